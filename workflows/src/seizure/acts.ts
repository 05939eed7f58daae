import { z } from 'zod';
import { caseAct, stepsOf, whole } from '../case/act';
import { twoOfficers } from '../investigation/guards/apl-42-two-officers';
import { date, docNo, enumOf, flag, id, list, namedPerson, partialDate, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { knownProblems } from '../problem/guards/w-05-known-problems';
import { SEIZURE_ENDINGS, SEIZURE_GROUNDS, SEIZURE_KINDS } from './events';
import { sparesThePublic } from './guards/sdm-06-excepted';
import { thirtyDays, thirtyDaysMore } from './guards/sdm-15-thirty-days';
import { policeHaveFiled } from './guards/sdm-22-police-have-filed';
import { seizureProcedure } from './machine';

const seizureId = id('查封扣押编号', 'id of the seizure');
const on = partialDate('日期', 'day');

const atStep = stepsOf({
  target: 'seizureId' as const,
  items: (file) => file.seizures,
  procedure: seizureProcedure,
  none: { rule: 'W-02', message: { zh: '没有处于该环节的查封、扣押', en: 'No seizure is at this step' } },
});

export const decideSeizure = caseAct({
  name: 'decideSeizure',
  title: { zh: '实施查封、扣押', en: 'Seal or distrain' },
  by: ['authorityHead', 'enforcementAgency'],
  input: z.strictObject({
    kind: enumOf('SeizureKind', SEIZURE_KINDS, { zh: '措施', en: 'measure' }),
    partyId: id('当事人编号', 'id of the party'),
    problemIds: list(id('问题编号', 'problem id'), '所涉问题', 'problems it is about', { min: 1 }),
    ground: enumOf('SeizureGround', SEIZURE_GROUNDS, { zh: '适用情形', en: 'ground' }),
    articles: list(text('设施、设备或者物品', 'facility, equipment or article', 300), '清单', 'list of what is seized', { min: 1 }),
    officers: list(namedPerson, '执法人员', 'officers', { min: 1, max: 20 }),
    servesThePublic: flag('是否属于公共设施、基本民生或者安全设施', 'is it a public facility, or does it serve livelihood or safety'),
    docNo: docNo('决定书文号', 'number of the decision'),
    decidedOn: partialDate('决定日期', 'day of the decision'),
    until: date('截止日期', 'last day'),
  }),
  basis: ['SDM-04', 'SDM-10', 'CODE-52', 'APL-42'],
  targets: (file) => whole(file.problems.length > 0),
  outOfTurn: { rule: 'W-02', message: { zh: '案件没有待处理的问题', en: 'The case has no open problem' } },
  guards: [knownProblems, twoOfficers('officers'), sparesThePublic, thirtyDays],
  events: ({ servesThePublic: _spared, docNo: no, ...input }, { state, actor }) => [
    {
      type: 'SeizureDecided',
      payload: {
        ...input,
        seizureId: nextItemId('seizure', state.seizures),
        docNo: no ?? null,
        urgent: actor.function !== 'authorityHead',
      },
    },
  ],
});

export const approveSeizure = caseAct({
  name: 'approveSeizure',
  title: { zh: '补办查封、扣押批准', en: 'Approve a seizure made on the spot' },
  by: ['authorityHead'],
  input: z.strictObject({ seizureId }),
  basis: ['SDM-13'],
  ...atStep('SeizureApproved'),
  targets: (file) => atStep('SeizureApproved').targets({ ...file, seizures: file.seizures.filter(({ approved }) => !approved) }),
  events: (input) => [{ type: 'SeizureApproved', payload: input }],
});

export const extendSeizure = caseAct({
  name: 'extendSeizure',
  title: { zh: '延长查封、扣押期限', en: 'Extend a seizure' },
  by: ['authorityHead'],
  input: z.strictObject({
    seizureId,
    until: date('延至日期', 'until which day'),
    reason: text('理由', 'reason'),
    toldOn: partialDate('书面告知日期', 'day on which the party was told in writing'),
  }),
  basis: ['SDM-15'],
  ...atStep('SeizureExtended'),
  guards: [thirtyDaysMore],
  events: (input) => [{ type: 'SeizureExtended', payload: input }],
});

export const inspectSeal = caseAct({
  name: 'inspectSeal',
  title: { zh: '检查封条', en: 'Inspect the seals' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    seizureId,
    on,
    intact: flag('封条是否完好', 'are the seals intact'),
    detail: text('检查情况', 'what was found'),
  }),
  basis: ['SDM-23'],
  ...atStep('SealInspected'),
  events: (input) => [{ type: 'SealInspected', payload: input }],
});

export const applySeizureLift = caseAct({
  name: 'applySeizureLift',
  title: { zh: '申请解除查封、扣押', en: 'Apply for the lifting of a seizure' },
  by: ['dischargingEntity', 'enforcementAgency'],
  input: z.strictObject({ seizureId, appliedOn: partialDate('申请日期', 'day of the application'), grounds: text('理由', 'grounds') }),
  basis: ['SDM-19'],
  ...atStep('SeizureLiftApplied'),
  events: (input) => [{ type: 'SeizureLiftApplied', payload: input }],
});

export const refuseSeizureLift = caseAct({
  name: 'refuseSeizureLift',
  title: { zh: '不予解除查封、扣押', en: 'Keep a seizure' },
  by: ['enforcementAgency', 'authorityHead'],
  input: z.strictObject({ seizureId, on, reasons: text('理由', 'reasons') }),
  basis: ['SDM-19'],
  ...atStep('SeizureLiftRefused'),
  events: (input) => [{ type: 'SeizureLiftRefused', payload: input }],
});

export const liftSeizure = caseAct({
  name: 'liftSeizure',
  title: { zh: '解除查封、扣押', en: 'Lift a seizure' },
  by: ['authorityHead', 'enforcementAgency'],
  input: z.strictObject({
    seizureId,
    on,
    how: enumOf('SeizureEnding', SEIZURE_ENDINGS, { zh: '解除情形', en: 'why it ends' }),
    reasons: text('理由', 'reasons'),
  }),
  basis: ['SDM-20'],
  ...atStep('SeizureLifted'),
  events: (input) => [{ type: 'SeizureLifted', payload: input }],
});

export const removeSeal = caseAct({
  name: 'removeSeal',
  title: { zh: '送达解除决定并启封', en: 'Serve the lifting and remove the seals' },
  by: ['enforcementAgency'],
  input: z.strictObject({ seizureId, servedOn: partialDate('送达日期', 'day of service') }),
  basis: ['SDM-21'],
  ...atStep('SealRemoved'),
  events: (input) => [{ type: 'SealRemoved', payload: input }],
});

export const handOverSeizedItems = caseAct({
  name: 'handOverSeizedItems',
  title: { zh: '向公安机关移交查封、扣押物品', en: 'Hand seized items over to the police' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    seizureId,
    transferId: id('移送编号', 'id of the criminal transfer'),
    list: text('移交清单', 'list'),
    on,
  }),
  basis: ['SDM-22', 'CJL-10'],
  ...atStep('SeizedItemsHandedOver'),
  guards: [policeHaveFiled],
  events: (input) => [{ type: 'SeizedItemsHandedOver', payload: input }],
});

export const seizureActs = [
  decideSeizure,
  approveSeizure,
  extendSeizure,
  inspectSeal,
  applySeizureLift,
  refuseSeizureLift,
  liftSeizure,
  removeSeal,
  handOverSeizedItems,
] as const;
