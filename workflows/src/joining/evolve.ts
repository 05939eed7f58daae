import { caseSlice } from '../case/slice';
import type { Unit } from '../clue/events';
import type { JoiningEvent } from './events';

export interface FurtherCase {
  readonly caseId: string;
  readonly problemId: string;
  readonly partyId: string;
  readonly partyName: string;
}

/** Ties of a case to other cases and authorities. */
export interface CaseLinks {
  /** Cases whose problems live on here. */
  readonly adopted: readonly string[];
  readonly mergedInto: string | null;
  /** Cases that findings of this one gave rise to. */
  readonly opened: readonly FurtherCase[];
  readonly handedOverTo: Unit | null;
}

const linked = (links: CaseLinks, event: JoiningEvent): CaseLinks => {
  switch (event.type) {
    case 'CaseAdopted':
      return { ...links, adopted: [...links.adopted, event.payload.fromCaseId] };
    case 'CaseMerged':
      return { ...links, mergedInto: event.payload.into };
    case 'FurtherCaseOpened':
      return { ...links, opened: [...links.opened, event.payload] };
    case 'CaseHandedOver':
      return { ...links, handedOverTo: event.payload.to };
    case 'CaseTakenBack':
      return { ...links, handedOverTo: null };
  }
};

export const joiningSlice = caseSlice<CaseLinks, JoiningEvent>({
  initial: { adopted: [], mergedInto: null, opened: [], handedOverTo: null },
  events: { CaseAdopted: true, CaseMerged: true, FurtherCaseOpened: true, CaseHandedOver: true, CaseTakenBack: true },
  evolve: linked,
});
