import type { KeyVault } from '@liuhen/infra';
import { forgottenAfter } from '@liuhen/projections';
import type { DocumentReader } from '@liuhen/workflows';
import type { Logger } from 'pino';

/** Between two looks at the orders, milliseconds. */
const LOOK = 1_000;

/** Orders taken up at once. */
const PAGE = 100;

interface ForgettingOptions {
  readonly reader: DocumentReader;
  readonly vault: KeyVault;
  readonly log: Logger;
}

/** Destroys the keys that were ordered destroyed, those of orders from before a crash too. */
export class Forgetting {
  #done = 0;
  #fault: unknown;
  #looking: Promise<void> = Promise.resolve();
  readonly #timer: NodeJS.Timeout;

  constructor(private readonly options: ForgettingOptions) {
    this.#timer = setInterval(() => {
      this.#looking = this.#looking.then(() => this.#look());
    }, LOOK);
  }

  /** Why keys that are to be destroyed are not; undefined while all is well. */
  get fault(): unknown {
    return this.#fault;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  async #look(): Promise<void> {
    const { reader, vault, log } = this.options;
    try {
      const { edges } = await forgottenAfter(reader, this.#done, { first: PAGE });
      for (const { node } of edges) {
        if (await vault.destroy(node.subject)) log.info({ position: node.position }, 'a key was destroyed as ordered');
        this.#done = node.position;
      }
      this.#fault = undefined;
    } catch (error) {
      if (this.#fault === undefined) log.error({ err: error }, 'keys that were ordered destroyed are not destroyed yet');
      this.#fault = error;
    }
  }
}
