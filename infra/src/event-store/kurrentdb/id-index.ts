import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { START, type Position } from '@liuhen/workflows';
import { Positions, type Place } from './position';

/** Streams whose last indexed revision is remembered; only a saving of a read. */
const REMEMBERED = 20_000;

const TABLES = `
  CREATE TABLE IF NOT EXISTS ids (id TEXT PRIMARY KEY, place INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS places (position INTEGER PRIMARY KEY, place INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS truncating (stream TEXT PRIMARY KEY, settings TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS marks (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

const DROPPED = 'DROP TABLE IF EXISTS ids; DROP TABLE IF EXISTS places; DROP TABLE IF EXISTS truncating; DROP TABLE IF EXISTS marks;';

/** Raised with every change of the tables; an index of another layout is made anew. */
const LAYOUT = 2;

export interface Indexed {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly place: Place;
}

/** An append that was acknowledged; the server tells the position of its last event only. */
export interface Noted {
  readonly ids: readonly string[];
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly place: Place;
}

/** What one page of the log adds to the index. */
export interface IndexPage {
  readonly events: readonly Indexed[];
  /** Settings of streams in the order they were made; an empty text takes the earlier ones back. */
  readonly settings: readonly { readonly stream: string; readonly settings: string }[];
  /** Everything up to here is in the index once the page is. */
  readonly mark: Place;
}

/**
 * Which event ids are in the log, and where: the server has no such question. It is derived from the log and can be deleted
 * at any time. Own appends are known at once, those of other processes once the log was read up to them.
 */
export class IdIndex {
  readonly #db: DatabaseSync;
  readonly #find: StatementSync;
  readonly #add: StatementSync;
  readonly #addPlace: StatementSync;
  readonly #lastPlace: StatementSync;
  readonly #settings: StatementSync;
  /** Own appends that the reading of the log has not reached yet. */
  readonly #recent = new Map<string, Place | undefined>();
  readonly #revisions = new Map<string, number>();
  /** No stream has such settings: the common case, and asked with each append. */
  #harmless = true;
  #mark: Place = START;
  #head: Position = START;
  #positions = new Positions();

  constructor(folder: string | undefined, deployment: string) {
    if (folder !== undefined) mkdirSync(folder, { recursive: true });
    this.#db = new DatabaseSync(folder === undefined ? ':memory:' : join(folder, 'kurrentdb-ids.db'));
    this.#db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 10000');
    if (Number(this.#db.prepare('PRAGMA user_version').get()?.['user_version']) !== LAYOUT) this.#db.exec(DROPPED);
    this.#db.exec(`${TABLES} PRAGMA user_version = ${LAYOUT};`);
    if (this.#read('deployment') !== deployment) this.clear(deployment);
    this.#find = this.#db.prepare('SELECT place FROM ids WHERE id = ?');
    this.#add = this.#db.prepare('INSERT OR IGNORE INTO ids (id, place) VALUES (?, ?)');
    this.#addPlace = this.#db.prepare('INSERT OR IGNORE INTO places (position, place) VALUES (?, ?)');
    this.#lastPlace = this.#db.prepare('SELECT place FROM places WHERE position <= ? ORDER BY position DESC LIMIT 1');
    this.#settings = this.#db.prepare('SELECT settings FROM truncating WHERE stream = ?');
    this.#harmless = this.allTruncating().length === 0;
    this.#mark = Number(this.#read('mark') ?? START);
    this.#head = Number(this.#read('head') ?? START);
    this.#positions = new Positions({ position: Number(this.#read('moved') ?? START), place: Number(this.#read('movedPlace') ?? START) });
  }

  /** Learned as the log is read. */
  get positions(): Positions {
    return this.#positions;
  }

  /** The log is indexed up to here. */
  get mark(): Place {
    return this.#mark;
  }

  /** Position of the last event of ours that is known. */
  get head(): Position {
    return this.#head;
  }

  knows(id: string): boolean {
    return this.#recent.has(id) || this.#find.get(id) !== undefined;
  }

  /** Undefined for an id that is not known, and for one whose place the log has not told yet. */
  placeOf(id: string): Place | undefined {
    const recent = this.#recent.get(id);
    if (recent !== undefined) return recent;
    const place = this.#find.get(id)?.['place'];

    return typeof place === 'number' ? place : undefined;
  }

  /**
   * Place of the last event up to a position: a server reads on from the beginning of a record only. Of a position
   * that the log was not read up to, the place that it stands for.
   */
  lastPlace(position: Position): Place {
    if (position === START) return START;
    const place = this.#positions.placeOf(position);
    if (position > this.#positions.last.position && place > this.#mark) return place;
    const known = this.#lastPlace.get(position)?.['place'];

    return typeof known === 'number' ? known : START;
  }

  /** True when every id in this stream up to the revision is known. */
  covers(stream: string, revision: number): boolean {
    return revision < 0 || (this.#revisions.get(stream) ?? -1) >= revision;
  }

  /** Last revision of a stream that is known; -1 for none. */
  revisionOf(stream: string): number {
    return this.#revisions.get(stream) ?? -1;
  }

  /** Settings that let the server remove events of a stream, undefined for none. */
  truncating(stream: string): string | undefined {
    if (this.#harmless) return undefined;
    const settings = this.#settings.get(stream)?.['settings'];

    return typeof settings === 'string' ? settings : undefined;
  }

  allTruncating(): readonly string[] {
    if (!this.#db.isOpen) return [];

    return this.#db
      .prepare('SELECT stream, settings FROM truncating ORDER BY stream')
      .all()
      .map((row) => `${String(row['stream'])} ${String(row['settings'])}`);
  }

  /** An own append. All ids of its stream before it are known, or it would not have been made. */
  note({ ids, stream, revision, position, place }: Noted): void {
    for (const id of ids) this.#recent.set(id, undefined);
    this.#recent.set(ids.at(-1) ?? '', place);
    this.#remember(stream, revision);
    this.#head = Math.max(this.#head, position);
  }

  add({ events, settings, mark }: IndexPage): void {
    if (events.length === 0 && settings.length === 0 && mark <= this.#mark) return;
    this.#db.exec('BEGIN');
    for (const { id, position, place } of events) {
      this.#add.run(id, place);
      this.#addPlace.run(position, place);
    }
    for (const each of settings) this.#set(each.stream, each.settings);
    if (settings.length > 0) this.#harmless = this.allTruncating().length === 0;
    this.#mark = Math.max(this.#mark, mark);
    this.#head = Math.max(this.#head, events.at(-1)?.position ?? START);
    this.#write('mark', String(this.#mark));
    this.#write('head', String(this.#head));
    this.#write('moved', String(this.#positions.last.position));
    this.#write('movedPlace', String(this.#positions.last.place));
    this.#db.exec('COMMIT');
    for (const { id, stream, revision } of events) {
      this.#recent.delete(id);
      this.#remember(stream, Math.max(revision, this.revisionOf(stream)));
    }
  }

  /** Forgets everything: the log is another one than it was made from. */
  clear(deployment: string): void {
    this.#db.exec('BEGIN; DELETE FROM ids; DELETE FROM places; DELETE FROM truncating; DELETE FROM marks');
    this.#write('deployment', deployment);
    this.#db.exec('COMMIT');
    this.#harmless = true;
    this.#mark = START;
    this.#head = START;
    this.#positions = new Positions();
    this.#revisions.clear();
    this.#recent.clear();
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close();
  }

  #set(stream: string, settings: string): void {
    if (settings === '') this.#db.prepare('DELETE FROM truncating WHERE stream = ?').run(stream);
    else this.#db.prepare('INSERT OR REPLACE INTO truncating (stream, settings) VALUES (?, ?)').run(stream, settings);
  }

  #remember(stream: string, revision: number): void {
    this.#revisions.delete(stream);
    this.#revisions.set(stream, revision);
    const oldest = this.#revisions.keys().next();
    if (this.#revisions.size > REMEMBERED && oldest.done !== true) this.#revisions.delete(oldest.value);
  }

  #read(name: string): string | undefined {
    const value = this.#db.prepare('SELECT value FROM marks WHERE name = ?').get(name)?.['value'];

    return typeof value === 'string' ? value : undefined;
  }

  #write(name: string, value: string): void {
    this.#db.prepare('INSERT OR REPLACE INTO marks (name, value) VALUES (?, ?)').run(name, value);
  }
}
