import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { titleOf } from '@liuhen/projections';
import * as workflows from '@liuhen/workflows';
import { diagrams, proceduresIn } from './diagrams/diagram';

const FOLDER = join(__dirname, 'diagrams');

describe('the diagrams in git', () => {
  const drawn = diagrams(proceduresIn(workflows), titleOf);
  const kept = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));

  it('are one for each procedure, no more and no fewer', () => {
    expect([...drawn.keys()].sort()).toEqual(kept.sort());
    expect(kept).toContain('criminal-transfer.md');
  });

  it.each([...drawn])('%s is what its machine says; else run npm run docs:diagrams', (name, text) => {
    expect(readFileSync(join(FOLDER, name), 'utf8')).toBe(text);
  });

  it('call every event by its Chinese title', () => {
    const events = proceduresIn(workflows).flatMap((one) => Object.keys(one.machine.states).flatMap((status) => one.eventsFrom(status)));

    expect(events.filter((event) => titleOf(event).zh === event)).toEqual([]);
  });
});
