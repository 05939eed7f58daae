import { z } from 'zod';
import { caseAct, stepsOf } from '../case/act';
import { docNo, enumOf, id, text } from '../kernel/input';
import { unit } from './acts';
import { COMPETENCE_DISPUTES } from './events';
import { agreementTried, commonSuperior, notDesignated, superiorDesignates } from './guards/mep-16-competence';
import { mergesIntoAnother } from './guards/w-05-merges-into-another';
import { receiverAnswers, senderSettles } from './guards/w-01-receiver-answers';
import { clueProcedure } from './machine';
import { RECEIVERS } from './receivers';

const SENDERS = ['monitoringUnit', 'monitoringControlCentre', 'permitDepartment', 'enforcementAgency'] as const;

const oneClue = z.strictObject({ clueId: id('线索编号', 'id of the clue') });

const reason = text('理由', 'reason');

const at = stepsOf({
  target: 'clueId',
  none: { rule: ['R-005', 'W-01'], message: { zh: '没有处于此环节的线索', en: 'No such clue is at this step' } },
  procedure: clueProcedure,
  items: (file) => file.clues,
});

/** 并案: several clues about one matter are answered as one. */
export const mergeClue = caseAct({
  name: 'mergeClue',
  title: { zh: '合并线索', en: 'Merge a clue into another' },
  by: RECEIVERS,
  input: oneClue.extend({ into: id('并入的线索编号', 'id of the clue that it goes on under'), reason }),
  basis: ['R-005', 'W-01'],
  ...at('ClueMerged'),
  guards: [receiverAnswers, mergesIntoAnother],
  events: (input) => [{ type: 'ClueMerged', payload: input }],
});

export const withdrawClue = caseAct({
  name: 'withdrawClue',
  title: { zh: '撤回线索', en: 'Take a clue back before it is accepted' },
  by: SENDERS,
  input: oneClue.extend({ reason }),
  basis: ['W-01'],
  ...at('ClueWithdrawn'),
  guards: [senderSettles],
  events: (input) => [{ type: 'ClueWithdrawn', payload: input }],
});

/** The sender lets a returned clue rest; handing it over again is `transferClue` with `after`. */
export const settleReturnedClue = caseAct({
  name: 'settleReturnedClue',
  title: { zh: '了结退回的线索', en: 'Settle a returned clue' },
  by: SENDERS,
  input: oneClue.extend({ reason }),
  basis: ['R-005', 'W-01'],
  ...at('ClueReturnSettled'),
  guards: [senderSettles],
  events: (input) => [{ type: 'ClueReturnSettled', payload: { ...input, retransferredAs: null } }],
});

export const disputeCompetence = caseAct({
  name: 'disputeCompetence',
  title: { zh: '报请指定管辖', en: 'Ask the common superior who is competent' },
  by: RECEIVERS,
  input: oneClue.extend({
    kind: enumOf('CompetenceDisputeKind', COMPETENCE_DISPUTES, { zh: '异议类别', en: 'kind of dispute' }),
    grounds: text('异议理由', 'grounds'),
    negotiation: text('协商情况', 'how they tried to agree').optional(),
    superior: text('共同的上级机关', 'common superior', 120),
    superiorJurisdiction: z
      .string()
      .regex(/^\d{6}$/)
      .meta({ zh: '上级机关行政区划代码', en: 'GB/T 2260 code of the superior', scalar: 'String' }),
  }),
  basis: ['MEP-14', 'MEP-16'],
  ...at('CompetenceDisputed'),
  guards: [receiverAnswers, notDesignated, commonSuperior, agreementTried],
  events: ({ negotiation, superiorJurisdiction, ...input }) => [
    {
      type: 'CompetenceDisputed',
      payload: { ...input, negotiation: negotiation ?? null, jurisdiction: superiorJurisdiction },
    },
  ],
});

/** The superior says who is competent, asked or of its own motion. */
export const designateCompetence = caseAct({
  name: 'designateCompetence',
  title: { zh: '指定管辖', en: 'Designate the competent authority' },
  by: ['authorityHead'],
  input: oneClue.extend({ to: unit, docNo: docNo('指定管辖文号', 'number of the designation'), reasons: text('理由', 'reasons') }),
  basis: ['MEP-14', 'MEP-15'],
  ...at('CompetenceDesignated'),
  guards: [superiorDesignates],
  events: ({ docNo: number, ...input }) => [{ type: 'CompetenceDesignated', payload: { ...input, docNo: number ?? null } }],
});

export const clueCourseActs = [mergeClue, withdrawClue, settleReturnedClue, disputeCompetence, designateCompetence] as const;
