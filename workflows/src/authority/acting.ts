import { AUTHORITY, type OfficialFunction } from '../kernel/codes';
import type { Actor } from '../kernel/event';
import type { UnitState } from '../unit/state';
import { runs, type Moments } from './term';

const NOBODY: readonly OfficialFunction[] = [];
const MONITORS = ['monitoringUnit', 'monitoringControlCentre'] as const;

/**
 * Officers of which functions may exercise a function that was delegated to them. Findings and penalties stay with the
 * enforcement side, the review with a reviewer, and who reviews does not decide (APL-58).
 */
export const EXERCISED_BY: Readonly<Record<OfficialFunction, readonly OfficialFunction[]>> = {
  monitoringUnit: MONITORS,
  monitoringControlCentre: MONITORS,
  permitDepartment: ['permitDepartment'],
  enforcementAgency: ['enforcementAgency'],
  legalReviewer: ['legalReviewer'],
  authorityHead: AUTHORITY.filter((fn) => fn !== 'legalReviewer'),
  policeAuthority: NOBODY,
  procuratorate: NOBODY,
  court: NOBODY,
  marketRegulator: NOBODY,
  disciplineInspection: NOBODY,
  localPartyGovernment: NOBODY,
  supervisionOffice: NOBODY,
  lineDepartment: NOBODY,
  creditPartner: NOBODY,
  dischargingEntity: NOBODY,
  registrar: NOBODY,
  deviceGateway: NOBODY,
  statutoryClock: NOBODY,
};

/** The person in each function that a unit delegated to them and that runs now; none for who acts for another already (W-81). */
export const actingIn = (actor: Actor, unit: UnitState, moments: Moments): readonly Actor[] => {
  if (unit.status === 'unknown' || actor.acting !== undefined) return [];
  const held = unit.delegations.filter(
    (each) =>
      each.to.person === actor.person && !each.revoked && EXERCISED_BY[each.function].includes(actor.function) && runs(each, moments),
  );

  return held.map(({ id, function: fn, of }) => ({
    ...actor,
    function: fn,
    jurisdiction: unit.jurisdiction,
    acting: {
      delegation: id,
      unit: unit.jurisdiction,
      person: of.person,
      name: of.name,
      ownFunction: actor.function,
      ownJurisdiction: actor.jurisdiction,
    },
  }));
};

/** The person as the token named them, whatever they act as. */
export const inOwnRight = ({ acting, ...actor }: Actor): Actor =>
  acting === undefined ? actor : { ...actor, function: acting.ownFunction, jurisdiction: acting.ownJurisdiction };

/** Does the unit's file bear out that the actor acted for whom it says, within the term? */
export const isBorneOut = (actor: Actor, unit: UnitState, moments: Moments): boolean => {
  const { acting } = actor;
  if (acting === undefined) return true;

  return actingIn(inOwnRight(actor), unit, moments).some(
    (each) =>
      each.acting?.delegation === acting.delegation &&
      each.acting.person === acting.person &&
      each.acting.name === acting.name &&
      each.function === actor.function &&
      each.jurisdiction === actor.jurisdiction,
  );
};
