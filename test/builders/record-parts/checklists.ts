// The checklists of Cambridgeshire and of the trust, answered for the ordinary case.
import type { CaseRecordJson } from '#domain/record/case-record.ts';
import { ddatItems, type DdatItem } from '#domain/record/ddat-checklist.ts';

export const cambridgeshire: CaseRecordJson['cambridgeshire'] = {
  sendServiceInvolvement: 'do',
  shareWithHealth: 'do',
  registerCodeWritten: 'C2',
  checklist: {
    bestInterest: 'yes',
    dates: 'yes',
    parentsConsent: 'yes',
    ehcAgreement: 'n/a',
    childInCare: 'n/a',
    teamAroundFamily: 'n/a',
    coreGroup: 'n/a',
    riskPlanSaved: 'yes',
    workSet: 'yes',
    workMarked: 'yes',
    registerCode: 'yes',
  },
};

export const ddatChecklist: CaseRecordJson['ddatChecklist'] = (Object.keys(ddatItems) as DdatItem[]).map((item) => ({
  item,
  status: 'yes',
  evidence: 'CPOMS',
  by: 'Sam Senco',
  on: '2026-10-21',
}));
