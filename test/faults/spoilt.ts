// Shows that the judge can say no: a term that went well is spoilt by hand, in one way after another, and judged after each.
import './hurry.ts';
import { makeTrustFile } from '../graph/support/a-trust.ts';
import { judge } from './judge.ts';
import { fineTerm } from './schedule.ts';
import { setStage, type Stage } from './stage.ts';
import { playTerm } from './term.ts';

export interface Spoilt {
  readonly how: string;
  readonly wrong: readonly string[];
}

const larkfield = '/sites/larkfield';

const rowsOf = ({ trust, tenant }: Stage, title: string) => tenant.store.items.all(trust.list(larkfield, title).id);

function remove(stage: Stage, title: string): void {
  const [row] = rowsOf(stage, title);
  if (row) stage.tenant.store.items.remove(stage.trust.list(larkfield, title).id, row.id, { actor: {} });
}

/** Each is done to the lists, to the channel or to the mail behind the back of both apps. */
const spoils: Readonly<Record<string, (stage: Stage) => void>> = {
  nothing: () => undefined,
  'a response is lost': (stage) => remove(stage, 'Form inbox'),
  'a review is lost': (stage) => remove(stage, 'Reviews'),
  'an entry of a chronology is lost': (stage) => remove(stage, 'Chronology'),
  'a case is changed': ({ trust }) => trust.edit(larkfield, 'Cases', 1, { HoursInSchool: 3 }),
  'a reminder was never said': (stage) => remove(stage, 'Reminders'),
  'a digest is said again': ({ tenant }) => {
    const channel = '19:lark-staff@thread.tacv2';
    const digest = tenant.store.conversations
      .listChannel(channel)
      .find(({ activity }) => JSON.stringify(activity).includes('"Reminders"'));
    if (digest) tenant.store.conversations.add(channel, digest.activity);
  },
  'a mail goes out again': ({ tenant }) => {
    const [sent] = tenant.store.mail.sentBy('part-time-timetables@rowantree.example');
    if (sent) tenant.store.mail.send(sent);
  },
};

const file = await makeTrustFile();
const stage = await setStage(file, fineTerm, '/nowhere');
const spoilt: Spoilt[] = [];
try {
  await playTerm(stage);
  const fine = await judge(stage, null);
  for (const [how, spoil] of Object.entries(spoils)) {
    spoil(stage);
    spoilt.push({ how, wrong: (await judge(stage, fine)).wrong });
  }
} finally {
  await stage.stop();
  file.remove();
}
process.send?.(spoilt, () => process.exit());
