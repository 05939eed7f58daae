import type { OfficialFunction } from '../kernel/codes';
import type { NamedPerson } from '../kernel/input';
import { changeItem } from '../kernel/step';
import type { DelegationEvent, DelegationKind } from './events';

export interface Delegation {
  readonly id: string;
  readonly kind: DelegationKind;
  readonly function: OfficialFunction;
  readonly of: NamedPerson;
  readonly to: NamedPerson;
  readonly from: string;
  readonly until: string;
  readonly reason: string;
  readonly docNo: string | null;
  /** Person who granted it, and may revoke it. */
  readonly grantedBy: string;
  readonly revoked: boolean;
}

type Fact = DelegationEvent & { readonly actor?: { readonly person: string } };

/** Folds what became of the delegations of a unit; a revocation of an unknown one is an unlawful history. */
export const evolveDelegations = (delegations: readonly Delegation[], fact: Fact): readonly Delegation[] => {
  switch (fact.type) {
    case 'FunctionDelegated': {
      const { delegationId: id, ...granted } = fact.payload;

      return [...delegations, { id, ...granted, grantedBy: fact.actor?.person ?? granted.of.person, revoked: false }];
    }
    case 'DelegationRevoked':
      return changeItem(delegations, fact.payload.delegationId, (each) => ({ ...each, revoked: true }));
  }
};
