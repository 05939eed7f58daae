import type { TraceRule } from '../trace/rule';
import type { PenaltyEvent } from '../penalty/events';
import type { LabCreditEvent } from './events';

type Decided = Extract<PenaltyEvent, { type: 'PenaltyDecided' }>['payload'];
type Evaluated = Extract<LabCreditEvent, { type: 'LabCreditEvaluated' }>['payload'];

/** Labs and operators penalised for fraud, with the legal basis, and what became of their credit. */
export const labCreditTraces: readonly TraceRule[] = [
  {
    id: 'penalisedServiceBody',
    rules: ['R-118', 'R-125'],
    title: { zh: '监测、运维机构弄虚作假依法处罚', en: 'lab or operator penalised for fraud' },
    ties: {
      PenaltyDecided: (payload) => {
        const { serviceBody = null, legalBasis, docNo } = payload as unknown as Decided;
        if (serviceBody === null) return [];
        const { partyId: id, name, kind } = serviceBody;

        return [{ whom: { kind: 'party', id, name }, role: kind, what: `处罚决定 ${docNo ?? '（无文号）'}，依据${legalBasis}` }];
      },
    },
  },
  {
    id: 'labCredit',
    rules: ['R-126'],
    title: { zh: '受处罚监测机构的信用评价', en: 'credit evaluation of a penalised lab' },
    ties: {
      LabCreditEvaluated: (payload) => {
        const { partyId: id, partyName: name, grade, measure } = payload as unknown as Evaluated;

        return [{ whom: { kind: 'party', id, name }, role: 'evaluatedLab', what: `${grade}（${measure}）` }];
      },
    },
  },
];
