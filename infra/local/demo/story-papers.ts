// What a story's SENCO writes down, part by part. A part that is left out was not begun; days count from the start of the plan.
import type { SectionJson } from '#domain/record/sections.ts';
import type { RiskFactor } from '#domain/record/risk.ts';
import type { Party } from '#domain/record/words.ts';
import type { Weekday } from '#domain/timetable/week.ts';
import type { Professional } from './staff.ts';

type Groups = NonNullable<SectionJson<'groups'>['groups']>;
type Reason = NonNullable<SectionJson<'purpose'>['reasons']>[number];

export interface Family {
  readonly relationship: string;
  readonly sex: string;
  readonly otherParent?: { readonly name: string; readonly relationship: string; readonly livesWithPupil: boolean };
}

export interface Needs {
  readonly words: string;
  /** Where the groups on the list do not say it all. */
  readonly sen?: Groups['sen'];
  readonly primary?: string;
  readonly medical?: Groups['medical'];
  readonly healthcarePlan?: number;
  readonly earlyHelpAssessed?: number;
  readonly careAuthority?: string;
  readonly youngCarer?: boolean;
  readonly with?: readonly Professional[];
}

export interface Purpose {
  readonly details: string;
  readonly after?: Reason['after'];
  readonly absent?: { readonly from: number; readonly to: number };
  readonly evidence?: readonly { readonly from: string; readonly day: number; readonly where: string }[];
  readonly outcome?: string;
  readonly targets: readonly { readonly words: string; readonly measure: string; readonly support: string }[];
}

export interface Voices {
  readonly parent?: string;
  readonly pupil?: { readonly words: string; readonly how: string; readonly by: string };
  readonly school?: string;
  readonly others?: readonly { readonly from: Professional; readonly words: string; readonly how: string }[];
}

export interface Tried {
  readonly what: string;
  readonly from: number;
  readonly to: number;
  readonly result: string;
}

export interface Hazard {
  readonly hazard: string;
  readonly whoHarmed: string;
  readonly rating: 'low' | 'medium' | 'high';
  readonly precaution: string;
  readonly owner: string;
  readonly safeguarding?: boolean;
}

export interface Risk {
  readonly hazards: readonly Hazard[];
  readonly present?: readonly RiskFactor[];
  /** Factors that nobody has thought of. */
  readonly open?: readonly RiskFactor[];
  readonly welfare: string;
  readonly continuity?: string;
  readonly included?: string;
  readonly development?: string;
  readonly travel?: string;
  readonly supervision?: string;
  readonly advice?: { readonly from: Professional; readonly words: string };
}

export interface Practical {
  readonly work: string;
  readonly returned: string;
  /** Left out where nobody has been named. */
  readonly markedBy?: string;
  readonly meals?: string;
  readonly transport: { readonly words: string; readonly needed?: boolean };
  readonly signInOut: string;
  readonly adult: { readonly name: string; readonly relationship: string };
  readonly adjustments: readonly string[];
}

export interface Meeting {
  readonly minutes: number;
  readonly notes: string;
  readonly with?: readonly Professional[];
  /** Meetings beside the planning meeting that a pupil's groups ask for. */
  readonly others?: readonly {
    readonly kind: NonNullable<NonNullable<SectionJson<'meetings'>['meetings']>[number]['kind']>;
    readonly day: number;
    readonly minutes: number;
    readonly with: readonly Professional[];
    readonly notes: string;
  }[];
}

export interface Answer {
  readonly from: Professional;
  readonly level: 'discussed' | 'consulted' | 'consented' | 'agreed in writing';
  readonly words?: string;
}

export interface Weeks {
  readonly monitoredUnder: string;
  /** The times of the first week, the second and so on; where the plan is longer the last ones stay. */
  readonly steps?: readonly string[];
  /** Targets of those weeks. */
  readonly targets?: readonly string[];
}

/** What was carried out of each session. */
export interface Sessions {
  /** Sessions in school that were missed, and what was said of them. */
  readonly missed?: readonly { readonly day: number; readonly words: string }[];
  /** A week, counted from 1, in which no work came back. */
  readonly noWorkInWeek?: number;
}

export interface Running {
  /** On which weekdays the school rings, and what was said, in turn. */
  readonly contacts?: { readonly on: readonly Weekday[]; readonly by: string; readonly words: readonly string[] };
  readonly sessions?: Sessions;
  /** Marks brought over from the register, so many days from the start: morning and afternoon. */
  readonly marks?: readonly { readonly day: number; readonly codes: readonly [morning: string, afternoon: string] }[];
}

export interface Papers {
  readonly family?: Family;
  readonly needs?: Needs;
  readonly purpose?: Purpose;
  readonly voices?: Voices;
  readonly tried?: readonly Tried[];
  readonly previous?: { readonly from: number; readonly to: number; readonly reason: string };
  /** Derbyshire's steps were gone through. */
  readonly steps?: boolean;
  readonly risk?: Risk;
  readonly weeks?: Weeks;
  readonly practical?: Practical;
  readonly meeting?: Meeting;
  /** The pupil's own answer, and those of professionals. */
  readonly answers?: { readonly pupil: string; readonly others: readonly Answer[] };
  /** The plan went round: others were told, the papers were given out, the trust's checklist was answered. */
  readonly circulated?: {
    readonly otherSchools: string;
    /** Who was forgotten when it went round. */
    readonly forgotten?: readonly (Party | 'governors')[];
  };
  readonly running?: Running;
}
