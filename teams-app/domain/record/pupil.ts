// Who the pupil is, and the groups that raise the duties towards them.
import { z } from 'zod';
import { day, list, oneOf, party, text, yesNo } from './fields.ts';
import { earlyHelpStates, enrolments, medicalNeeds, senStatuses } from './words.ts';

export const pupilSchema = z
  .strictObject({
    name: text('Pupil’s name'),
    dateOfBirth: day('Date of birth'),
    yearGroup: text('Year group', 'Reception or 1 to 11, e.g. “R”, “2”, “Year 9”.'),
    upn: text('Unique pupil number', 'Thirteen characters, the first a check letter.'),
    sex: text('Sex'),
    homeAuthority: text('Home authority', 'The council of the area the pupil lives in, where it is not the school’s.'),
    enrolment: oneOf('Enrolment', enrolments),
    otherSchool: text('Other school', 'Where the pupil is dual registered.'),
    parents: list(
      'Parents and carers',
      z.strictObject({
        name: text('Name'),
        relationship: text('Relationship to the pupil'),
        livesWithPupil: yesNo('The pupil normally lives with them'),
        telephone: text('Telephone'),
      }),
    ),
  })
  .prefault({})
  .meta({ title: 'Pupil' });

export const groupsSchema = z
  .strictObject({
    sen: oneOf('Special educational needs', senStatuses),
    senWords: text('Special educational needs, in words'),
    primaryNeed: text('Primary need'),
    lookedAfter: yesNo('Looked after'),
    careAuthority: text('Authority that looks after the pupil'),
    previouslyLookedAfter: yesNo('Previously looked after'),
    childProtection: yesNo('On a child protection plan'),
    childInNeed: yesNo('Child in need'),
    earlyHelp: oneOf('Early help', earlyHelpStates),
    earlyHelpAssessedOn: day('Early help assessment completed on'),
    youthJustice: yesNo('Known to the youth justice service'),
    youthJusticeOrder: yesNo('On a court order'),
    medical: oneOf('Medical need', medicalNeeds),
    healthcarePlanOn: day('Individual healthcare plan dated'),
    freeSchoolMeals: yesNo('Free school meals'),
    youngCarer: yesNo('Young carer'),
    exploitationRisk: yesNo('At risk of exploitation', 'Sexual or criminal.'),
    interpreter: z
      .strictObject({
        needed: yesNo('Interpreter needed'),
        language: text('Language'),
        providedBy: text('Who interprets or translates'),
      })
      .prefault({})
      .meta({ title: 'Interpreter' }),
    professionals: list(
      'Professionals involved',
      z.strictObject({
        party: party('Part'),
        name: text('Name'),
        organisation: text('Organisation'),
        contact: text('How to reach them'),
      }),
    ),
  })
  .prefault({})
  .meta({ title: 'Groups' });
