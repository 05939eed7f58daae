import { closureSlice } from '../closure/evolve';
import { caseTeamSlice } from '../case-team/evolve';
import { clueSlice } from '../clue/evolve';
import { transferSlice } from '../criminal-transfer/evolve';
import { dailyPenaltySlice } from '../daily-penalty/evolve';
import { disclosureSlice } from '../disclosure/evolve';
import { investigationSlice } from '../investigation/evolve';
import { joiningSlice } from '../joining/evolve';
import type { JoiningEvent } from '../joining/events';
import { labCreditSlice } from '../lab-credit/evolve';
import { liabilityClaimSlice } from '../liability-claim/evolve';
import { conductSlice } from '../conduct/evolve';
import { LiuhenError } from '../kernel/errors';
import { stepOf } from '../kernel/step';
import { penaltySlice } from '../penalty/evolve';
import { permitMeasureSlice } from '../permit-measure/evolve';
import { problemSlice } from '../problem/evolve';
import { productionRestrictionSlice } from '../production-restriction/evolve';
import { remedySlice } from '../remedy/evolve';
import { rectificationSlice } from '../rectification/evolve';
import { supportSlice } from '../support/evolve';
import { seizureSlice } from '../seizure/evolve';
import { evidenceRegistrationSlice } from '../evidence-registration/evolve';
import { detentionTransferSlice } from '../detention-transfer/evolve';
import { outsideTransferSlice } from '../outside-transfer/evolve';
import { oversightSlice } from '../oversight/evolve';
import { responsibilitySlice } from '../responsibility/evolve';
import { circumstanceSlice } from '../circumstance/evolve';
import { informationSharingSlice } from '../information-sharing/evolve';
import type { CloseOutEvent } from '../close-out/events';
import { caseProcedure, type CaseStatus } from './machine';
import { caseSlice, type Envelope, type Slice } from './slice';
import type { CaseEvent, CaseFile, CaseState } from './state';

/** A case event with the little of its envelope that the fold looks at. */
export type CaseFact = CaseEvent & Envelope;

type SliceKey = Exclude<keyof CaseFile, 'jurisdiction' | 'openedAt' | 'configuration'>;

const step = stepOf(caseProcedure);

type StatusEvent = CloseOutEvent | Extract<JoiningEvent, { type: 'CaseMerged' | 'CaseHandedOver' | 'CaseTakenBack' }>;

const statusSlice = caseSlice<CaseStatus, StatusEvent>({
  initial: caseProcedure.initial,
  events: { CaseClosed: true, CaseReopened: true, CaseMerged: true, CaseHandedOver: true, CaseTakenBack: true },
  evolve: (status, fact) => step(status, fact.type),
});

/** What each proceeding keeps of the case; an event is folded by every slice that names it. */
const SLICES: { readonly [K in SliceKey]: Slice<CaseFile[K]> } = {
  status: statusSlice,
  problems: problemSlice,
  clues: clueSlice,
  links: joiningSlice,
  team: caseTeamSlice,
  support: supportSlice,
  investigation: investigationSlice,
  rectifications: rectificationSlice,
  penalties: penaltySlice,
  dailyPenalties: dailyPenaltySlice,
  restrictions: productionRestrictionSlice,
  permitMeasures: permitMeasureSlice,
  closures: closureSlice,
  remedies: remedySlice,
  liabilityClaims: liabilityClaimSlice,
  labCredit: labCreditSlice,
  transfers: transferSlice,
  seizures: seizureSlice,
  evidenceRegistrations: evidenceRegistrationSlice,
  detentionTransfers: detentionTransferSlice,
  outsideTransfers: outsideTransferSlice,
  oversights: oversightSlice,
  responsiblePersons: responsibilitySlice,
  circumstances: circumstanceSlice,
  informationShared: informationSharingSlice,
  disclosures: disclosureSlice,
  conduct: conductSlice,
};

const KEYS = Object.keys(SLICES) as readonly SliceKey[];

const readersOf = new Map<string, readonly SliceKey[]>(
  [...new Set(KEYS.flatMap((key) => SLICES[key].types))].map((type) => [type, KEYS.filter((key) => SLICES[key].types.includes(type))]),
);

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- K ties the slice to the field that it folds
const foldInto = <K extends SliceKey>(file: CaseFile, key: K, fact: CaseFact): CaseFile => ({
  ...file,
  [key]: SLICES[key].evolve(file[key], fact),
});

const grown = (file: CaseFile, fact: CaseFact): CaseFile => {
  const readers = readersOf.get(fact.type);
  if (readers === undefined) throw new LiuhenError('UNLAWFUL_HISTORY', `${fact.type} belongs to no proceeding of a case`);

  return readers.reduce((folded, key) => foldInto(folded, key, fact), file);
};

const opened = (fact: Extract<CaseFact, { type: 'ProblemFound' }>): CaseFile => ({
  ...(Object.fromEntries(KEYS.map((key) => [key, SLICES[key].initial])) as unknown as Pick<CaseFile, SliceKey>),
  jurisdiction: fact.payload.jurisdiction,
  openedAt: fact.occurredAt,
  configuration: fact.payload.configuration ?? null,
});

/** Folds one fact into the case. Throws `UNLAWFUL_HISTORY` where a recorded event does not follow the procedure. */
export const evolve = (state: CaseState, fact: CaseFact): CaseState => {
  if (state.status !== 'none') return grown(state, fact);
  if (fact.type === 'ProblemFound') return grown(opened(fact), fact);

  throw new LiuhenError('UNLAWFUL_HISTORY', `${fact.type} before the case was opened`);
};
