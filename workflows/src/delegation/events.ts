import type { OfficialFunction } from '../kernel/codes';
import type { EventsOf } from '../kernel/events-of';
import type { NamedPerson } from '../kernel/input';

export const DELEGATION_KINDS = { delegated: '委托代办', deputised: '代行职责' } as const;
export type DelegationKind = keyof typeof DELEGATION_KINDS;

/** How a function of a unit passes to another person for a time; both days count (W-81). */
export type DelegationEvent = EventsOf<{
  FunctionDelegated: {
    readonly delegationId: string;
    readonly kind: DelegationKind;
    readonly function: OfficialFunction;
    /** Whose function it is: the grantor, or the absent officer. */
    readonly of: NamedPerson;
    readonly to: NamedPerson;
    /** Days in China, `YYYY-MM-DD`. */
    readonly from: string;
    readonly until: string;
    readonly reason: string;
    readonly docNo: string | null;
  };
  DelegationRevoked: { readonly delegationId: string; readonly reason: string };
}>;
