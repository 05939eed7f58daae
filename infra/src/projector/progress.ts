import { START, type Position, type Projection } from '@liuhen/workflows';
import { DISTRUSTED, type ReadStore } from '../read-store/port';

/**
 * How far the read models are that are followed, for those who ask whether they keep up. Those that are rebuilt for a newer version
 * stay where they were meanwhile, and are named instead. Distrusted ones count: what they show is not so.
 */
export class Progress {
  #rebuilding: readonly string[] = [];

  constructor(
    private readonly readStore: ReadStore,
    private readonly projections: readonly Projection[],
  ) {}

  /** As of the last look. */
  get rebuilding(): readonly string[] {
    return this.#rebuilding;
  }

  async position(): Promise<Position> {
    const standings = await this.readStore.standings();
    const all = this.projections.map(({ name, version }) => {
      const { checkpoint, version: written } = standings.get(name) ?? { checkpoint: START, version: DISTRUSTED };

      return { name, checkpoint, isRebuilding: written !== DISTRUSTED && written < version };
    });
    const followed = all.filter(({ isRebuilding }) => !isRebuilding);
    this.#rebuilding = all.filter(({ isRebuilding }) => isRebuilding).map(({ name }) => name);

    return Math.min(...(followed.length === 0 ? all : followed).map(({ checkpoint }) => checkpoint));
  }
}
