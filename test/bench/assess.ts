// How long it takes to assess one case, and a hundred thousand: parsing is not counted.
import { readFileSync } from 'node:fs';
import { assess } from '#domain/assess.ts';
import { date } from '#domain/dates.ts';
import type { CaseRecord } from '#domain/record/case-record.ts';
import { ordinarySchoolWeek, schoolWeek } from '#domain/timetable/school-week.ts';
import { stackFor } from '#policies/stack-for.ts';
import { readRecord } from '#test/builders/arbitrary-record.ts';
import { aRecord } from '#test/builders/record.ts';
import { measure, type Measured } from './measure.ts';

const cases = 100_000;
const oneCaseMs = 1;
const allCasesMs = 20_000;

const example = (name: string): CaseRecord =>
  readRecord(JSON.parse(readFileSync(new URL(`../fixtures/cases/${name}.json`, import.meta.url), 'utf8')));

/** Sound and broken, thin and full, of different lengths: what a county's schools would hold. */
function someRecords(): readonly CaseRecord[] {
  const records: CaseRecord[] = [example('complete'), example('minimal'), example('cambridgeshire-as-printed')];
  for (let changed = 0; changed < 47; changed += 1) {
    records.push(
      aRecord({
        status: changed % 9 === 0 ? 'closed' : 'active',
        groups: {
          lookedAfter: changed % 4 === 0,
          sen: changed % 3 === 0 ? 'EHC plan' : 'SEN support',
          freeSchoolMeals: changed % 2 === 0,
        },
        pupil: {
          dateOfBirth: `2017-03-${String(1 + (changed % 28)).padStart(2, '0')}`,
          ...(changed % 5 === 0 ? { upn: null } : {}),
        },
        ...(changed % 6 === 0 ? { risk: null } : {}),
      }),
    );
  }
  return records;
}

export function benchAssess(): readonly Measured[] {
  const records = someRecords();
  const { stack } = stackFor(['derbyshire', 'ddat']);
  const times = records[0]?.school.times;
  const calendar = times ? schoolWeek(times) : ordinarySchoolWeek(2026, 2027);
  const context = { today: date('2026-11-23'), calendar };
  let findings = 0;
  const run = (count: number): void => {
    for (let turn = 0; turn < count; turn += 1) {
      const record = records[turn % records.length];
      if (record) findings += assess(record, stack, context).length;
    }
  };
  run(2000);
  const full = records[0];
  const one = measure('one case, the fullest', oneCaseMs, 101, () => {
    if (full) findings += assess(full, stack, context).length;
  });
  const all = measure(`${cases.toLocaleString('en-GB')} cases, ${records.length} kinds in turn`, allCasesMs, 3, () =>
    run(cases),
  );
  if (findings === 0) throw new Error('The bench found nothing to say about any case: it measures nothing.');
  return [one, all];
}
