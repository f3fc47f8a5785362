// What is owed from day to day and to others: contacts, notices, practical arrangements, what was carried out.
import { z } from 'zod';
import { atTime, counted, date, day, list, oneOf, text, texts, yesNo } from './fields.ts';
import { noticeTos, recordNoticeKinds, sessions } from './words.ts';
import { weekdays } from '../timetable/week.ts';

export const contactSchema = z.strictObject({
  on: date.meta({ title: 'Day' }),
  at: atTime('Time'),
  by: text('Made by'),
  with: text('With whom'),
  method: oneOf('How', ['visit', 'telephone', 'video', 'message', 'in school', 'other']),
  reached: yesNo('Reached'),
  seen: yesNo('The pupil was seen or spoken to'),
  words: text('What was said'),
});

export const noticeSchema = z.strictObject({
  to: oneOf('To', noticeTos),
  kind: oneOf('Notice', recordNoticeKinds),
  authority: text('Which authority'),
  version: counted('Version of the plan'),
  period: text('Period covered', 'For returns and reports, e.g. “Autumn 2 2026”.'),
  dueOn: day('Due on'),
  sentOn: day('Sent on'),
  by: text('Sent by'),
  receipt: text('Receipt number'),
  acknowledgedOn: day('Acknowledged on'),
});

export const practicalSchema = z
  .strictObject({
    work: z
      .strictObject({
        arrangement: text('Work when not in school'),
        setBy: text('Set by'),
        differentiated: yesNo('Sufficient and suitably differentiated'),
        returned: text('How work comes back'),
        markedBy: text('Marked by'),
      })
      .prefault({})
      .meta({ title: 'Work' }),
    meals: z
      .strictObject({
        arrangement: text('Meals', 'What the pupil eats on days that end before lunch, at school or at home.'),
        days: list('Days on which a meal is provided', z.enum(weekdays)),
      })
      .prefault({})
      .meta({ title: 'Meals' }),
    transport: z
      .strictObject({
        needed: yesNo('Transport is arranged by the school or the authority'),
        arrangement: text('Transport'),
        confirmedOn: day('Confirmed for these times on'),
        version: counted('Confirmed for version'),
      })
      .prefault({})
      .meta({ title: 'Transport' }),
    signInOut: text('Signing in and out', 'Where, and who collects the pupil.'),
    /** Who has the child in each session not in school (PLY:18, CAM:70). */
    supervision: list(
      'Who has the pupil when not in school',
      z.strictObject({
        day: z.enum(weekdays).meta({ title: 'Day' }),
        session: z.enum(sessions).meta({ title: 'Session' }),
        adult: text('Adult responsible'),
        relationship: text('Relationship or organisation'),
      }),
    ),
    responsibility: z
      .strictObject({
        words: text('Who is responsible when', 'The written agreement of responsibility.'),
        signedBy: text('Signed by'),
        signedOn: day('Signed on'),
      })
      .prefault({})
      .meta({ title: 'Agreement of responsibility' }),
    reasonableAdjustments: texts('Reasonable adjustments'),
    alternativeProvision: z
      .strictObject({
        planOn: day('Individual alternative education plan dated'),
        onRegister: yesNo('On the school’s register of alternative provision'),
      })
      .prefault({})
      .meta({ title: 'Alternative provision' }),
  })
  .prefault({})
  .meta({ title: 'Practical arrangements' });

/** What was arranged for one session and whether it happened. */
export const carriedOutSchema = z.strictObject({
  on: date.meta({ title: 'Day' }),
  session: z.enum(sessions).meta({ title: 'Session' }),
  arranged: z.enum(['in school', 'elsewhere', 'at home']).meta({ title: 'What was arranged' }),
  attended: yesNo('Attended as arranged'),
  supervisedBy: text('Supervised by'),
  contacted: yesNo('Contact was made'),
  workSet: yesNo('Work was set'),
  workReturned: yesNo('Work came back'),
  workMarked: yesNo('Work was marked'),
  supportGiven: yesNo('The planned support was given'),
  words: text('Remark'),
});

/** One mark as imported from the school’s register. */
export const markSchema = z.strictObject({
  on: date.meta({ title: 'Day' }),
  session: z.enum(sessions).meta({ title: 'Session' }),
  code: z.string().max(4).meta({ title: 'Register code', description: 'As in the register: /, \\, C2, X, B, K …' }),
});
