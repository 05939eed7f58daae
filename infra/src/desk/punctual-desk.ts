import { LiuhenError, type ActOption, type ActOutcome, type ActRequest, type Actor, type Desk, type StreamKind } from '@liuhen/workflows';
import { inTime } from '../in-time';

export interface PunctualOptions {
  /** Longest wait for an answer, milliseconds. */
  readonly patience: number;
  readonly log: { info(fields: object, message: string): void; error(fields: object, message: string): void };
}

/**
 * A desk whose answers come in time. An act that takes longer is answered with `OUTCOME_UNKNOWN` and goes on behind the answer, so that
 * engines that are slow and not gone do it late instead of never; repeated under its key, it gives its receipt.
 */
export class PunctualDesk implements Desk {
  constructor(
    private readonly desk: Desk,
    private readonly options: PunctualOptions,
  ) {}

  perform(request: ActRequest, actor: Actor): Promise<ActOutcome> {
    const { act } = request;
    const { patience, log } = this.options;

    return inTime(
      patience,
      this.desk.perform(request, actor),
      () => new LiuhenError('OUTCOME_UNKNOWN', `${act}: no answer in ${patience} ms`),
      (late) => {
        if (late.status === 'fulfilled') log.info({ act, outcome: late.value.kind }, 'an act came to its end after its answer');
        else log.error({ act, err: late.reason as unknown }, 'an act failed after its answer');
      },
    );
  }

  availableActs(kind: StreamKind, subject: string, actor: Actor): Promise<readonly ActOption[]> {
    return this.desk.availableActs(kind, subject, actor);
  }
}
