// A week of register codes, from any day of it: one pupil in school in the mornings, one elsewhere.
import { date } from '#domain/dates.ts';
import type { RegisterWeek } from '#tab/contract/answers.ts';
import { today } from './builders.ts';

type Row = RegisterWeek['rows'][number];
type Mark = Pick<Row['marks'][number], 'code' | 'why'>;

const present: Readonly<Record<'AM' | 'PM', Mark>> = {
  AM: { code: '/', why: 'in school' },
  PM: { code: '\\', why: 'in school' },
};
const leave: Mark = { code: 'C2', why: 'at home by the plan' };

/** The codes of every morning and afternoon of a week. */
function row(who: Omit<Row, 'marks'>, monday: string, mark: (day: number, session: 'AM' | 'PM') => Mark): Row {
  const marks = [0, 1, 2, 3, 4].flatMap((day) => {
    const on = date(monday).add({ days: day }).toString();
    return (['AM', 'PM'] as const).map((session) => ({ on, session, ...mark(day, session) }));
  });
  return { ...who, marks };
}

export function aRegisterWeek(day: string | null): Omit<RegisterWeek, 'today' | 'freshness' | 'school'> {
  const asked = date(day ?? today);
  const monday = asked.subtract({ days: asked.dayOfWeek - 1 }).toString();
  return {
    monday,
    rows: [
      row({ ref: 'K7M-2QX', pupilName: 'Robin Wrenfield', yearGroup: 'Year 7' }, monday, (_, session) =>
        session === 'AM' ? present.AM : leave,
      ),
      row({ ref: 'R4T-9PA', pupilName: 'Charlie Kestrelton', yearGroup: 'Year 9' }, monday, (place, session) =>
        place === 4 ? { code: 'B', why: 'elsewhere by the plan' } : present[session],
      ),
    ],
  };
}
