import { z } from 'zod';
import { caseAct, stepsOf, whole } from '../case/act';
import { unit } from '../clue/acts';
import { fraudClueVerified } from '../clue/guards/fraud-clue-verified';
import type { OfficialFunction } from '../kernel/codes';
import { docNo, flag, id, list, partialDate, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { knownProblems } from '../problem/guards/w-05-known-problems';
import { legalBasisNamed } from './guards/r-147-legal-basis';
import { addressedUnit } from './guards/w-01-addressed-unit';
import { outsideTransferProcedure } from './machine';

const oneTransfer = z.strictObject({ outsideId: id('移送编号', 'id of the transfer') });
const on = partialDate('日期', 'day');

const RECEIVERS: readonly OfficialFunction[] = [
  'marketRegulator',
  'permitDepartment',
  'enforcementAgency',
  'localPartyGovernment',
  'policeAuthority',
  'procuratorate',
  'disciplineInspection',
];

const atStep = stepsOf({
  target: 'outsideId' as const,
  items: (file) => file.outsideTransfers,
  procedure: outsideTransferProcedure,
  none: { rule: ['R-005', 'W-01'], message: { zh: '没有处于该环节的外部移送', en: 'No outside transfer is at this step' } },
});

const byTheReceiver = { by: RECEIVERS, guards: [addressedUnit] } as const;

export const sendOutsideTransfer = caseAct({
  name: 'sendOutsideTransfer',
  title: { zh: '移送市场监管等其他部门', en: 'Transfer a matter to the market regulator or another department' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    problemIds: list(id('问题编号', 'problem id'), '所涉问题', 'problems it is about', { min: 1 }),
    to: unit,
    letterNo: docNo('移送函文号', 'number of the letter'),
    matter: text('移送事项', 'what is transferred'),
    legalBasis: text('法律依据', 'legal basis'),
    materials: list(text('材料', 'material', 300), '移送材料清单', 'list of the material', { min: 1 }),
    fraud: flag('是否为弄虚作假', 'is it about data fraud'),
    verified: flag('是否经核实', 'is the fact verified'),
    sentOn: partialDate('移送日期', 'day of the transfer'),
  }),
  basis: ['R-054', 'R-055', 'R-116', 'R-125', 'R-147', 'MEP-16', 'MEP-17', 'CODE-1083'],
  targets: (file) => whole(file.problems.some((problem) => problem.status !== 'found')),
  outOfTurn: {
    rule: 'W-02',
    message: { zh: '问题经调查认定后方可移送其他部门', en: 'A matter is transferred once its problem was determined' },
    missing: [{ zh: '调查认定', en: 'finding of the investigation' }],
  },
  guards: [knownProblems, ...fraudClueVerified, legalBasisNamed(({ fraud }: { fraud: boolean; legalBasis: string }) => fraud)],
  events: ({ letterNo, ...input }, { state, actor }) => [
    {
      type: 'OutsideTransferSent',
      payload: {
        ...input,
        outsideId: nextItemId('outside', state.outsideTransfers),
        letterNo: letterNo ?? null,
        from: { organisation: actor.organisation, function: actor.function, jurisdiction: actor.jurisdiction },
      },
    },
  ],
});

export const receiveOutsideTransfer = caseAct({
  name: 'receiveOutsideTransfer',
  title: { zh: '签收移送事项', en: 'Receive an outside transfer' },
  ...byTheReceiver,
  input: oneTransfer.extend({ on }),
  basis: ['R-005', 'W-01'],
  ...atStep('OutsideTransferReceived'),
  events: (input) => [{ type: 'OutsideTransferReceived', payload: input }],
});

export const acceptOutsideTransfer = caseAct({
  name: 'acceptOutsideTransfer',
  title: { zh: '受理移送事项', en: 'Accept an outside transfer' },
  ...byTheReceiver,
  input: oneTransfer.extend({ on }),
  basis: ['R-005', 'W-01'],
  ...atStep('OutsideTransferAccepted'),
  events: (input) => [{ type: 'OutsideTransferAccepted', payload: input }],
});

export const returnOutsideTransfer = caseAct({
  name: 'returnOutsideTransfer',
  title: { zh: '退回移送事项', en: 'Return an outside transfer with the reason' },
  ...byTheReceiver,
  input: oneTransfer.extend({ on, reason: text('退回理由', 'reason') }),
  basis: ['R-005', 'W-01', 'MEP-16'],
  ...atStep('OutsideTransferReturned'),
  events: (input) => [{ type: 'OutsideTransferReturned', payload: input }],
});

export const answerOutsideTransfer = caseAct({
  name: 'answerOutsideTransfer',
  title: { zh: '答复移送事项处理结果', en: 'Answer what became of an outside transfer' },
  ...byTheReceiver,
  input: oneTransfer.extend({ on, outcome: text('处理结果', 'outcome'), docNo: docNo('文号', 'number of the answer') }),
  basis: ['R-005', 'R-116', 'W-01'],
  ...atStep('OutsideTransferAnswered'),
  events: ({ docNo: no, ...input }) => [{ type: 'OutsideTransferAnswered', payload: { ...input, docNo: no ?? null } }],
});

export const outsideTransferActs = [
  sendOutsideTransfer,
  receiveOutsideTransfer,
  acceptOutsideTransfer,
  returnOutsideTransfer,
  answerOutsideTransfer,
] as const;
