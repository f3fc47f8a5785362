// The closed lists of the record, in the words that people read.
import { caseReasons, closureReasons, reviewOutcomes } from '../case.ts';

/** A person or body with a part in a case. Councils have their own titles for some of them: one key, many labels. */
export const parties = [
  'parent',
  'pupil',
  'headteacher',
  'SENCO',
  'designated safeguarding lead',
  'designated teacher',
  'class teacher',
  'attendance officer',
  'school',
  'case work officer',
  'SEND service',
  'educational psychologist',
  'specialist teacher',
  'inclusion support service',
  'education welfare officer',
  'social worker',
  'virtual school',
  'lead professional',
  'early help worker',
  'youth justice worker',
  'health professional',
  'authority representative',
  'trust',
  'governors',
  'alternative provider',
  'receiving school',
  'other',
] as const;
export type Party = (typeof parties)[number];

/** How much somebody has done towards agreeing, from least to most. */
export const agreementLevels = ['notified', 'discussed', 'consulted', 'consented', 'agreed in writing'] as const;
export type AgreementLevel = (typeof agreementLevels)[number];

export const answerStates = ['asked', 'given', 'refused', 'withdrawn'] as const;

export const recordReasons = [...caseReasons, 'School-based anxiety', 'Transition'] as const;
export type RecordReason = (typeof recordReasons)[number];

export const reintegrationAfter = [
  'suspension',
  'permanent exclusion',
  'non-attendance',
  'school refusal',
  'illness',
  'managed transfer',
  'custody',
  'family circumstances',
  'other',
] as const;

export const senStatuses = ['none', 'SEN support', 'EHC needs assessment', 'EHC plan', 'other'] as const;
export const earlyHelpStates = ['none', 'offered', 'declined', 'open'] as const;
export const medicalNeeds = ['none', 'physical', 'mental', 'physical and mental'] as const;
export const enrolments = ['single', 'dual main', 'dual subsidiary'] as const;

export const meetingKinds = [
  'initial meeting with parents',
  'reintegration planning',
  'multi-agency',
  'EHC annual or interim review',
  'PEP review',
  'Core Group',
  'child in need meeting',
  'Team Around the Family',
  'meeting with social worker',
  'pastoral support plan',
  'other',
] as const;
export type MeetingKind = (typeof meetingKinds)[number];

export const reviewDecisions = [...reviewOutcomes, 'Extend', 'Stop'] as const;

export const noticeTos = [
  'authority',
  'home authority',
  'SEND team',
  'SEND team north',
  'SEND team south',
  'virtual school',
  'social worker',
  'early help worker',
  'youth justice worker',
  'education welfare service',
  'fair access panel',
  'safeguarding hub',
  'trust',
  'governors',
  'receiving school',
] as const;
export type NoticeTo = (typeof noticeTos)[number];

export const recordNoticeKinds = [
  'notification',
  'update',
  'extension',
  'closure',
  'nil return',
  'half-termly list',
  'decision',
  'report',
  'referral',
  'transfer note',
] as const;
export type RecordNoticeKind = (typeof recordNoticeKinds)[number];

export const ratings = ['low', 'medium', 'high'] as const;
export const concernStates = ['open', 'mitigated', 'advice sought', 'stopped the plan'] as const;
export const metWords = ['yes', 'partially', 'no'] as const;
export const checkAnswers = ['yes', 'no', 'n/a'] as const;
export const sessions = ['morning', 'afternoon'] as const;

export const recordClosureReasons = [...closureReasons, 'Permanent exclusion', 'Left compulsory school age'] as const;

export const documentKinds = [
  'signed agreement',
  'plan',
  'risk assessment',
  'meeting minutes',
  'review',
  'chronology',
  'guidance given to parents',
  'medical evidence',
  'other',
] as const;
