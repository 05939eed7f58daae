import type { CaseGuard } from '../../case/act';
import type { PermitMeasureKind } from '../events';

interface Input {
  readonly kind: PermitMeasureKind;
  readonly penaltyId?: string | undefined;
}

/** 处罚法 arts. 9 and 57: a revocation is a penalty, so it rests on a penalty decision that names it. */
export const revocationIsAPenalty: CaseGuard<Input> = {
  rule: 'APL-57',
  check: ({ kind, penaltyId }, { state }) => {
    if (kind !== 'permitRevoked') return undefined;
    const decision = state.penalties.find((each) => each.id === penaltyId)?.decision;
    if (decision?.kinds.includes('permitRevoked') === true) return undefined;

    return {
      weighty: true,
      message: { zh: '吊销排污许可证应由处罚决定作出', en: 'A permit is revoked by a penalty decision that says so' },
      missing: [{ zh: '含吊销许可证件的处罚决定', en: 'penalty decision that revokes the permit' }],
    };
  },
};
