import { z } from 'zod';
import { caseAct, stepsOf, whole } from '../case/act';
import { docNo, enumOf, flag, id, list, partialDate, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { violationFound } from '../penalty/guards/apl-54-violation-found';
import { maliciousWhereCited, type CitesMalice } from '../penalty/guards/r-130-malicious';
import { knownProblems } from '../problem/guards/w-05-known-problems';
import { PERMIT_MEASURES } from './events';
import { revocationIsAPenalty } from './guards/apl-57-revocation-is-a-penalty';
import { permitMeasureProcedure } from './machine';

const permitMeasureId = id('许可措施编号', 'id of the permit measure');

const atStep = stepsOf({
  target: 'permitMeasureId' as const,
  items: (file) => file.permitMeasures,
  procedure: permitMeasureProcedure,
  none: { rule: 'W-02', message: { zh: '没有处于该环节的许可措施', en: 'No permit measure is at this step' } },
});

export const decidePermitMeasure = caseAct({
  name: 'decidePermitMeasure',
  title: { zh: '决定吊销、暂扣排污许可证或者降级', en: 'Decide on a permit or grade' },
  by: ['authorityHead'],
  input: z.strictObject({
    kind: enumOf('PermitMeasureKind', PERMIT_MEASURES, { zh: '措施', en: 'measure' }),
    partyId: id('当事人编号', 'id of the party'),
    problemIds: list(id('问题编号', 'problem id'), '所涉问题', 'problems it is about', { min: 1 }),
    penaltyId: id('所属处罚案编号', 'the penalty it is part of').optional(),
    docNo: docNo('决定书文号', 'number of the decision'),
    decidedOn: partialDate('决定日期', 'day of the decision'),
    reasons: text('理由', 'reasons'),
    citesMalice: flag('是否以恶意违法为由', 'does it rest on malice (R-130)'),
  }),
  basis: ['R-130', 'EPL-60', 'APL-57'],
  targets: (file) => whole(file.problems.some((problem) => problem.status === 'determined')),
  outOfTurn: { rule: 'W-02', message: { zh: '问题经调查认定后方可采取许可措施', en: 'A measure follows a determined problem' } },
  guards: [
    knownProblems,
    violationFound,
    revocationIsAPenalty,
    maliciousWhereCited<CitesMalice & { readonly problemIds: readonly string[] }>(({ problemIds }) => problemIds),
  ],
  events: ({ penaltyId, docNo: no, ...input }, { state }) => [
    {
      type: 'PermitMeasureDecided',
      payload: {
        ...input,
        permitMeasureId: nextItemId('permitMeasure', state.permitMeasures),
        penaltyId: penaltyId ?? null,
        docNo: no ?? null,
      },
    },
  ],
});

export const executePermitMeasure = caseAct({
  name: 'executePermitMeasure',
  title: { zh: '登记许可措施已执行', en: 'Record that a permit measure was carried out' },
  by: ['permitDepartment'],
  input: z.strictObject({
    permitMeasureId,
    on: partialDate('日期', 'day'),
    register: text('许可证管理平台记录', 'entry in the permit platform', 300),
  }),
  basis: ['R-130'],
  ...atStep('PermitMeasureExecuted'),
  events: (input) => [{ type: 'PermitMeasureExecuted', payload: input }],
});

export const liftPermitMeasure = caseAct({
  name: 'liftPermitMeasure',
  title: { zh: '解除或者撤销许可措施', en: 'Lift a permit measure' },
  by: ['authorityHead'],
  input: z.strictObject({ permitMeasureId, on: partialDate('日期', 'day'), reasons: text('理由', 'reasons') }),
  basis: ['APL-48'],
  ...atStep('PermitMeasureLifted'),
  events: (input) => [{ type: 'PermitMeasureLifted', payload: input }],
});

export const permitMeasureActs = [decidePermitMeasure, executePermitMeasure, liftPermitMeasure] as const;
