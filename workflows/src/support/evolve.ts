import { caseSlice } from '../case/slice';
import type { SupportEvent, SupportKind } from './events';

export interface TechnicalSupport {
  readonly id: string;
  readonly kind: SupportKind;
  readonly givenBy: string;
  readonly givenOn: string;
  readonly content: string;
  readonly jointOperation: string | null;
  readonly suspicionIds: readonly string[];
}

export const supportSlice = caseSlice<readonly TechnicalSupport[], SupportEvent>({
  initial: [],
  events: { TechnicalSupportGiven: true },
  evolve: (given, { payload: { supportId: id, ...support } }) => [...given, { id, ...support }],
});
