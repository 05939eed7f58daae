import type { ActOption, ActOutcome, ActRequest, Actor, Desk, StreamKind } from '@liuhen/workflows';

export interface ActObserver {
  /** `began` and `ended` in milliseconds since the epoch. */
  acted(request: ActRequest, outcome: ActOutcome | undefined, time: { readonly began: number; readonly ended: number }): void;
}

/** A desk that is watched: it does what the other does, and tells how long it took and what came of it. */
export class WatchedDesk implements Desk {
  constructor(
    private readonly desk: Desk,
    private readonly observer: ActObserver,
    private readonly now: () => number,
  ) {}

  async perform(request: ActRequest, actor: Actor): Promise<ActOutcome> {
    const began = this.now();
    let outcome: ActOutcome | undefined;
    try {
      outcome = await this.desk.perform(request, actor);

      return outcome;
    } finally {
      this.observer.acted(request, outcome, { began, ended: this.now() });
    }
  }

  availableActs(kind: StreamKind, subject: string, actor: Actor): Promise<readonly ActOption[]> {
    return this.desk.availableActs(kind, subject, actor);
  }
}
