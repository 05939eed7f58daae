import { AUTHORITY, type OfficialFunction } from '../kernel/codes';
import type { Relation } from './relation';

/** Through which relations a function reaches a thing; an empty row reaches nothing. */
export interface Reach {
  /** Acts on a case. */
  readonly onCase: readonly Relation[];
  /** Acts on everything else, and acts that open something. */
  readonly elsewhere: readonly Relation[];
  /** Reading a case, its trail and what moves on it. */
  readonly reads: readonly Relation[];
  /** Being told that a case exists, and what one may do on it; to all others a refusal looks like no case at all. */
  readonly knows: readonly Relation[];
}

const AREA = ['unit', 'superior'] as const;
const AREA_AND_HANDED = ['unit', 'superior', 'recipient'] as const;
const NOTHING = [] as const;

const OF_THE_CASE = ['assigned', 'unit', 'superior', 'recipient'] as const;

/** An officer on the team of a case reaches that case wherever their office is, and nothing else by it. */
const DEPARTMENT: Reach = { onCase: OF_THE_CASE, elsewhere: AREA_AND_HANDED, reads: OF_THE_CASE, knows: OF_THE_CASE };
/** Acts within its area on what it is told of, and reads no case. */
const OUTSIDE: Reach = { onCase: AREA_AND_HANDED, elsewhere: AREA_AND_HANDED, reads: NOTHING, knows: NOTHING };

/**
 * The table's second half: which acts and questions belong to a function stands with each act (`by`) and question,
 * how far the function reaches with them stands here. Nothing else decides.
 */
export const REACH: Readonly<Record<OfficialFunction, Reach>> = {
  monitoringUnit: DEPARTMENT,
  monitoringControlCentre: DEPARTMENT,
  permitDepartment: DEPARTMENT,
  enforcementAgency: DEPARTMENT,
  legalReviewer: DEPARTMENT,
  authorityHead: DEPARTMENT,
  disciplineInspection: { onCase: AREA_AND_HANDED, elsewhere: AREA_AND_HANDED, reads: AREA_AND_HANDED, knows: AREA_AND_HANDED },
  // Knows of a case once it was handed over, and not before (secrecy of police matters runs both ways).
  policeAuthority: { onCase: ['recipient'], elsewhere: AREA, reads: ['recipient'], knows: ['recipient'] },
  marketRegulator: { onCase: ['recipient'], elsewhere: AREA, reads: ['recipient'], knows: ['recipient'] },
  // Supervises on its own motion in its area, but reads only what was copied or handed to it.
  procuratorate: { onCase: AREA_AND_HANDED, elsewhere: AREA_AND_HANDED, reads: ['recipient'], knows: ['recipient'] },
  court: OUTSIDE,
  localPartyGovernment: OUTSIDE,
  supervisionOffice: OUTSIDE,
  lineDepartment: OUTSIDE,
  creditPartner: OUTSIDE,
  registrar: OUTSIDE,
  deviceGateway: OUTSIDE,
  publicWindow: OUTSIDE,
  statutoryClock: OUTSIDE,
  dischargingEntity: { onCase: ['party'], elsewhere: ['party'], reads: NOTHING, knows: ['party'] },
};

/**
 * Records of the area that not everyone there may know of (O-26, O-39, O-46): the functions that may, and whether whoever made
 * the record may too. Never whom it names.
 */
export const RECORD_REACH = {
  interference: { functions: ['disciplineInspection'], recorder: true },
  discipline: { functions: ['disciplineInspection', 'procuratorate', 'authorityHead'], recorder: false },
  report: { functions: [...AUTHORITY, 'marketRegulator', 'disciplineInspection', 'publicWindow'], recorder: false },
} as const satisfies Readonly<Record<string, { readonly functions: readonly OfficialFunction[]; readonly recorder: boolean }>>;

/** Does one of the relations that hold suffice? */
export const suffices = (needed: readonly Relation[], held: readonly Relation[]): boolean =>
  needed.some((relation) => held.includes(relation));
