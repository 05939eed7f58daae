import type { Act, ActRequest, Actor, StreamKind } from '@liuhen/workflows';

export interface DeclaredAct {
  readonly kind: StreamKind;
  readonly act: Act;
}

export interface Task extends DeclaredAct {
  readonly request: ActRequest;
  readonly actor: Actor;
  readonly input: Readonly<Record<string, unknown>>;
  readonly subject: string;
  readonly actId: string;
  readonly now: string;
}
