// The school, the policies it follows, and its real day, week and terms, so that a case can be checked anywhere.
import { z } from 'zod';
import { date, list, oneOf, text, texts, time } from './fields.ts';

const windowSchema = (title: string) =>
  z.strictObject({ opens: time.meta({ title: 'Opens' }), closes: time.meta({ title: 'Closes' }) }).meta({ title });

const hours = (title: string) =>
  z.strictObject({ starts: time.meta({ title: 'Starts' }), ends: time.meta({ title: 'Ends' }) }).meta({ title });
const daysBetween = z.strictObject({ from: date.meta({ title: 'From' }), to: date.meta({ title: 'To' }) });

/** What timetable/school-week.ts makes a SchoolWeek from. */
const timesSchema = z
  .strictObject({
    registration: z
      .strictObject({ morning: windowSchema('Morning'), afternoon: windowSchema('Afternoon') })
      .meta({ title: 'Registration' }),
    day: z
      .strictObject({
        monday: hours('Monday'),
        tuesday: hours('Tuesday'),
        wednesday: hours('Wednesday'),
        thursday: hours('Thursday'),
        friday: hours('Friday'),
      })
      .meta({ title: 'The school’s day', description: 'Breaks and lunch included.' }),
    breaks: z
      .array(z.strictObject({ in: time.meta({ title: 'From' }), out: time.meta({ title: 'To' }) }))
      .nullable()
      .default(null)
      .meta({ title: 'Breaks and lunch', description: 'Left out where nobody has recorded them.' }),
    terms: list(
      'Terms',
      z.strictObject({
        name: z.string().meta({ title: 'Name' }),
        from: date.meta({ title: 'First day' }),
        to: date.meta({ title: 'Last day' }),
        halfTerm: daysBetween.nullable().default(null).meta({ title: 'Half-term holiday' }),
      }),
    ),
    inset: list('INSET days', date.meta({ title: 'Day' })),
    otherClosures: list(
      'Other closures',
      z.strictObject({
        from: date.meta({ title: 'From' }),
        to: date.meta({ title: 'To' }),
        name: z.string().meta({ title: 'Why' }),
      }),
    ),
  })
  .nullable()
  .default(null)
  .meta({ title: 'The school’s week and terms' });

export const schoolSchema = z
  .strictObject({
    name: text('School'),
    urn: text('Unique reference number'),
    authority: text('Local authority', 'Policy id or name of the school’s council.'),
    trust: text('Trust'),
    phase: oneOf('Phase', ['primary', 'secondary', 'all-through', 'special', 'pupil referral unit']),
    policies: texts('Policies', 'Ids of the policies the school follows, e.g. derbyshire, ddat.'),
    times: timesSchema,
  })
  .prefault({})
  .meta({ title: 'School' });
