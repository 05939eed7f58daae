import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { RecordedEvent } from '@liuhen/workflows';
import { anEvent } from '../event-store/testing/events';
import { StreamChain } from './chain';
import { RootFold } from './root-fold';
import { SUITES } from './suite';
import { TileFiles } from './tile-files';
import { LedgerTree } from './tree';

/** Events of the streams named, in that order, at positions that leave gaps. */
const logOf = (streams: readonly number[]): readonly RecordedEvent[] => {
  const revisions = new Map<number, number>();

  return streams.map((stream, at) => {
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);

    return { ...anEvent(), stream: `case-${stream}`, revision, position: 3 + at * 7 };
  });
};

describe('the root folded from events', () => {
  it('is the root of the tree that the ledger keeps, at every size', () => {
    const suite = SUITES['sha256-ed25519'];
    fc.assert(
      fc.property(fc.array(fc.nat(5), { maxLength: 600 }), (streams) => {
        const [fold, chain] = [new RootFold(suite), new StreamChain(suite, () => Promise.resolve(undefined))];
        const tree = new LedgerTree(suite, new TileFiles(join(tmpdir(), 'liuhen-no-tiles')));
        expect(fold.root()).toBe(tree.root());
        for (const event of logOf(streams)) {
          const entry = chain.next(event);
          if (entry === undefined) throw new RangeError('the chain must know its streams');
          chain.appended(event.stream, entry, tree.append(entry));
          fold.add(event);
          expect(fold.root()).toBe(tree.root());
        }
      }),
      { numRuns: 20 },
    );
  });

  it('refuses an event whose predecessor is not there', () => {
    const fold = new RootFold(SUITES['sm3-sm2']);
    const [first, , third] = logOf([1, 1, 1]);
    if (first === undefined || third === undefined) throw new RangeError('three events');
    fold.add(first);

    expect(() => fold.add(third)).toThrow(/LEDGER_DIFFERS|revision 2/);
  });
});
