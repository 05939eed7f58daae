import { LawJudge, type EventStore } from '@liuhen/infra';
import { isIn, keptFrom } from '@liuhen/projections';
import { maySee, scopesOf } from '@liuhen/schema';
import {
  idOfStream,
  kindOfStream,
  knowsOf,
  partyOfOutlet,
  placeOf,
  streamOf,
  type Actor,
  type DocumentReader,
  type Subject,
} from '@liuhen/workflows';

export interface Archive {
  readonly store: Pick<EventStore, 'readStream'>;
  readonly reader: DocumentReader;
}

export interface Inspector {
  readonly by: Actor;
  /** ISO instant with offset. */
  readonly now: string;
}

/** What is nowhere at all is for those alone who are told of everywhere. */
const EVERYWHERE = '000000';

const caseOf = ({ state }: Subject): string | null => ('caseId' in state ? state.caseId : null);

/** A unit stands under the code of its area, before it is registered too. */
const placeIn = (subject: Subject, id: string): string | null => (subject.kind === 'unit' ? id : placeOf(subject));

/** Which files a package of this person may hold, each of them whole; said from the log, so that it does not hang on how far the read models are. */
class Packable {
  readonly #known = new Map<string, Promise<boolean>>();
  readonly #scopes;
  readonly #kept;

  constructor(
    private readonly archive: Archive,
    private readonly inspector: Inspector,
  ) {
    this.#scopes = scopesOf('exportForAudit', inspector.by);
    this.#kept = keptFrom(archive.reader, inspector.by.person);
  }

  mayHold(stream: string): Promise<boolean> {
    const known = this.#known.get(stream) ?? this.#look(stream);
    this.#known.set(stream, known);

    return known;
  }

  async #look(stream: string): Promise<boolean> {
    const id = idOfStream(stream);
    // A case or a record that is about the asker themselves stays out, and is not said to (O-46).
    if ((await this.#kept).has(id)) return false;
    // Of the firm, that its own file names.
    if (kindOfStream(stream) === 'outlet') return this.mayHold(streamOf('party', partyOfOutlet(id)));
    const subject = await this.#subject(stream);
    if (subject === undefined) return this.#lookBeside(stream, id);
    if (subject.kind === 'case') return this.#isShownCase(subject.state);
    const place = placeIn(subject, id);
    if (place === null) return this.#isAllDoneThere(stream);
    if ((await this.#kept).has(caseOf(subject) ?? '')) return false;
    const { by, now } = this.inspector;

    return isIn(this.#scopes, place) && knowsOf(by, subject, { jurisdiction: place, occurredAt: now, subject: id });
  }

  /** As far as it can be replayed; what in it was not lawful is for the auditor's program to say. */
  async #subject(stream: string): Promise<Subject | undefined> {
    const judge = new LawJudge(() => true);
    judge.replay(await this.archive.store.readStream(stream));

    return judge.subjectOf(stream);
  }

  #isShownCase(file: Extract<Subject, { kind: 'case' }>['state']): boolean {
    if (file.status === 'none') return isIn(this.#scopes, EVERYWHERE);
    const { by, now } = this.inspector;

    return maySee(by, { file }, now);
  }

  /** Refusals and looks on record beside a case are told to whom the case is. */
  async #lookBeside(stream: string, id: string): Promise<boolean> {
    const file = streamOf('case', id);
    const [opened] = await this.archive.store.readStream(file, { limit: 1 });

    return opened === undefined ? this.#isAllDoneThere(stream) : this.mayHold(file);
  }

  async #isAllDoneThere(stream: string): Promise<boolean> {
    const events = await this.archive.store.readStream(stream);
    const places = events.length === 0 ? [EVERYWHERE] : events.map(({ actor }) => actor.jurisdiction);

    return places.every((place) => isIn(this.#scopes, place));
  }
}

export const packableBy = (archive: Archive, inspector: Inspector): ((stream: string) => Promise<boolean>) => {
  const packable = new Packable(archive, inspector);

  return (stream) => packable.mayHold(stream);
};
