import type { Tie, TraceRule } from '../trace/rule';
import type { LiabilityClaimEvent } from './events';

type Entered = Extract<LiabilityClaimEvent, { type: 'LiabilityClaimEntered' }>['payload'];

const tied = ({ liable, claimId, joint }: Entered): readonly Tie[] =>
  liable.map(({ partyId, name, as }) => ({
    whom: { kind: 'party', id: partyId ?? name, name },
    role: joint ? 'jointlyLiable' : 'liable',
    what: `${claimId}（${as}）`,
  }));

/** Whom a claim holds liable beside the penalty. */
export const liabilityClaimTraces: readonly TraceRule[] = [
  {
    id: 'jointLiability',
    rules: ['R-120', 'CODE-1067', 'CODE-1073'],
    title: { zh: '连带责任、损害赔偿责任', en: 'joint liability, liability for damage' },
    ties: { LiabilityClaimEntered: (payload) => tied(payload as unknown as Entered) },
  },
];
