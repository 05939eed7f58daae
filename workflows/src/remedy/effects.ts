import { foreseen } from '../case/act';
import type { CaseEvent, CaseFile } from '../case/state';
import { dailyPenaltyProcedure } from '../daily-penalty/machine';
import { penaltyProcedure } from '../penalty/machine';
import type { RemedyOutcome, RemedyTarget } from './events';

/** A decision that takes effect on what it was taken against. */
export interface Effect {
  readonly remedyId: string;
  readonly target: RemedyTarget;
  readonly outcome: RemedyOutcome;
  readonly changedFine: string | null;
  readonly by: string;
  readonly on: string;
  readonly reasons: string;
}

const OVERTURNED: readonly RemedyOutcome[] = ['changed', 'revoked', 'revokedDecideAgain', 'unlawful', 'invalid'];
const REVOKED: readonly RemedyOutcome[] = ['revoked', 'revokedDecideAgain', 'invalid'];

const stands = (items: readonly { readonly id: string; readonly status: string }[], id: string, ...ended: readonly string[]): boolean =>
  items.some((item) => item.id === id && !ended.includes(item.status));

const onPenalty = ({ target, outcome, changedFine, by, on, reasons }: Effect): readonly CaseEvent[] => {
  const penaltyId = target.id;
  if (REVOKED.includes(outcome)) {
    return [{ type: 'PenaltyRevoked', payload: { penaltyId, by, on, reasons, decideAgain: outcome === 'revokedDecideAgain' } }];
  }

  return outcome === 'changed' ? [{ type: 'PenaltyChanged', payload: { penaltyId, fine: changedFine, by, on, reasons } }] : [];
};

/** How each kind of decision is taken away; what has ended already is left as it ended. */
const revocation = (file: CaseFile, { target, on, reasons, by }: Effect): readonly CaseEvent[] => {
  const { kind, id } = target;
  switch (kind) {
    case 'dailyPenalty':
      return [{ type: 'DailyPenaltyRevoked', payload: { dailyPenaltyId: id, reason: reasons } }];
    case 'restriction':
      return stands(file.restrictions, id, 'lifted')
        ? [{ type: 'RestrictionLifted', payload: { restrictionId: id, on, how: 'revoked', evidence: `${by}：${reasons}` } }]
        : [];
    case 'permitMeasure':
      return stands(file.permitMeasures, id, 'lifted')
        ? [{ type: 'PermitMeasureLifted', payload: { permitMeasureId: id, on, reasons } }]
        : [];
    case 'closure':
      return stands(file.closures, id, 'revoked') ? [{ type: 'ClosureRevoked', payload: { closureId: id, on, reasons } }] : [];
    case 'seizure':
      return stands(file.seizures, id, 'lifted', 'ended', 'handedOver')
        ? [{ type: 'SeizureLifted', payload: { seizureId: id, on, how: 'revoked', reasons } }]
        : [];
    case 'rectification':
      return stands(file.rectifications, id, 'confirmed', 'revoked')
        ? [{ type: 'RectificationRevoked', payload: { rectificationId: id, by, on, reasons } }]
        : [];
    case 'penalty':
    case 'disclosure':
      return [];
  }
};

const onTarget = (file: CaseFile, effect: Effect): readonly CaseEvent[] => {
  if (effect.target.kind === 'penalty') return onPenalty(effect);

  return REVOKED.includes(effect.outcome) ? revocation(file, effect) : [];
};

/** A decision that another remedy has revoked already cannot fall twice; the later outcome stands in its own remedy. */
const stillStands = (file: CaseFile, { type, payload }: CaseEvent): boolean => {
  if (type === 'PenaltyRevoked' || type === 'PenaltyChanged') {
    return foreseen(file.penalties, penaltyProcedure, type).includes(payload.penaltyId);
  }

  return type !== 'DailyPenaltyRevoked' || foreseen(file.dailyPenalties, dailyPenaltyProcedure, type).includes(payload.dailyPenaltyId);
};

/** Publications that rest on what was overturned: the target itself, or those of the penalty. */
const publications = (file: CaseFile, target: RemedyTarget): readonly string[] =>
  file.disclosures.published
    .filter(
      ({ id, status, penaltyId }) => status === 'published' && (target.kind === 'disclosure' ? id === target.id : penaltyId === target.id),
    )
    .map(({ id }) => id);

/**
 * What a review or judgment does to the case, in the same act: a closed case is taken up again, the decision is changed
 * or revoked, and each publication that rests on it has to be withdrawn within three working days (处罚法 art. 48).
 */
export const effectsOf = (file: CaseFile, effect: Effect): readonly CaseEvent[] => {
  if (!OVERTURNED.includes(effect.outcome)) return [];
  const { remedyId, target, on, reasons } = effect;
  const problemIds = file.problems.map(({ id }) => id);
  const reopened: readonly CaseEvent[] =
    file.status === 'closed' ? [{ type: 'CaseReopened', payload: { reason: reasons, problemIds } }] : [];
  const withdrawals = publications(file, target).map((disclosureId): CaseEvent => ({
    type: 'PublicationToWithdraw',
    payload: { remedyId, disclosureId, reason: reasons, on },
  }));

  return [...reopened, ...onTarget(file, effect).filter((event) => stillStands(file, event)), ...withdrawals];
};
