import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  EventSourcedDesk,
  openEvidenceStore,
  openKeyVault,
  parsePolicy,
  recordExport,
  writePackage,
  cosign,
  signerOf,
  withSignatures,
  type OpenedCheckpoint,
  type Related,
  type SuiteName,
  type Verifier,
  type WitnessPolicy,
  SUITES,
} from '@liuhen/infra';
import {
  idOfStream,
  streamOf,
  type ActRequest,
  type Actor,
  type AuditScope,
  type EvidenceRef,
  type OfficialFunction,
  type Receipt,
} from '@liuhen/workflows';
import { inputOf } from '../../../../infra/src/desk/testing/inputs';
import type { Matter } from '../../../../infra/src/desk/testing/matter';
import { actorOf, firstFunction, requestOf } from '../../../../infra/src/desk/testing/office';
import { openDeployment, type Deployment } from '../../../../infra/src/ledger/testing/deployment';
import { makeParts } from '../report/report';

const folders: string[] = [];

export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-audit-'));
  folders.push(folder);

  return folder;
};

export const removeFolders = (): void => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true }));

export const NO_RELATIONS: Related = {
  mayHold: () => Promise.resolve(true),
  interferencesOf: () => Promise.resolve([]),
  streamsOfPerson: () => Promise.resolve([]),
};

/** The inspection body's witness, without its program. */
export const witnessOf = (suite: SuiteName = 'sha256-ed25519') =>
  signerOf({ name: 'jiwei.example', role: 'cosigner', suite: SUITES[suite], key: SUITES[suite].generate() });

const NOON = '2024-09-10T12:00:00+08:00';

/** A deployment with a desk on it, a witness beside it and one case in it. */
export class Scene {
  #seconds = 0;
  readonly witness;
  readonly desk: EventSourcedDesk;
  readonly vault;

  private constructor(
    readonly folder: string,
    readonly deployment: Deployment,
  ) {
    const suite = deployment.ledger.keyring.signer.verifier.suite.name;
    this.witness = witnessOf(suite);
    this.vault = openKeyVault({ folder, suite });
    this.desk = new EventSourcedDesk({ store: deployment.store, now: () => this.now(), seals: this.vault });
  }

  static async open(suite: SuiteName = 'sha256-ed25519', folder = newFolder()): Promise<Scene> {
    return new Scene(folder, await openDeployment(folder, { suite }));
  }

  close(): Promise<void> {
    return this.deployment.close();
  }

  now(): string {
    this.#seconds += 1;

    return Temporal.Instant.from(NOON)
      .add({ seconds: this.#seconds })
      .toZonedDateTimeISO('Asia/Shanghai')
      .toString({ timeZoneName: 'never' });
  }

  /** Key of the log, as the auditor got it. */
  get keys(): readonly Verifier[] {
    return this.deployment.ledger.keyring.verifiers.slice(0, 1);
  }

  get policy(): WitnessPolicy {
    return parsePolicy(`witness jiwei ${this.witness.verifier.vkey}\nquorum jiwei`);
  }

  async must(
    act: string,
    subject: string | null,
    input: unknown,
    over: Partial<ActRequest> & { readonly actor?: Actor } = {},
  ): Promise<Receipt> {
    this.#seconds += 1;
    const { actor, ...request } = over;
    const outcome = await this.desk.perform(
      requestOf(act, subject, input, { idempotencyKey: `key-${this.#seconds}`, ...request }),
      actor ?? actorOf(firstFunction(act)),
    );
    if (outcome.kind !== 'receipt') throw new Error(`${act}: ${JSON.stringify(outcome)}`);

    return outcome;
  }

  /** A case with a clue on its way, in the hands of the agency, with some evidence. */
  async openCase(): Promise<string> {
    const nobody: Matter = { file: undefined, partyId: '', labId: '', target: '', pick: 0 };
    const partyId = idOfStream((await this.must('registerParty', null, inputOf('registerParty', nobody))).stream);
    const caseId = idOfStream((await this.must('reportProblem', null, inputOf('reportProblem', { ...nobody, partyId, pick: 1 }))).stream);
    await this.must('transferClue', caseId, { ...inputOf('transferClue', nobody) }, { evidence: [await this.evidence(`照片 ${caseId}`)] });
    await this.must('receiveClue', caseId, { clueId: 'clue-1' }, { actor: officer('enforcementAgency') });

    return caseId;
  }

  async evidence(content: string): Promise<EvidenceRef> {
    const { digest, bytes } = await openEvidenceStore({ folder: this.folder }).put(Readable.from([Buffer.from(content)]));

    return { digest, bytes, name: '现场照片.jpg', mediaType: 'image/jpeg' };
  }

  /** Writes a package and returns its path. */
  async exported(
    scope: Partial<AuditScope>,
    { related = NO_RELATIONS, withFiles = true }: { readonly related?: Related; readonly withFiles?: boolean } = {},
  ) {
    const { store, ledger } = this.deployment;
    const whole: AuditScope = { cases: [], persons: [], from: null, to: null, ...scope };
    const { packageId, position } = await recordExport(store, related, {
      scope: whole,
      why: '专项检查',
      by: officer('disciplineInspection'),
      now: this.now(),
    });
    const head = await ledger.cover(position, 20_000);
    const file = join(newFolder(), 'package.zip');
    const source = {
      store,
      tree: ledger.tree,
      note: this.cosigned(head).note,
      evidence: openEvidenceStore({ folder: this.folder }),
      makeParts,
    };
    await writePackage(file, source, { packageId, withFiles });

    return file;
  }

  cosigned({ note, checkpoint }: OpenedCheckpoint): OpenedCheckpoint {
    return { checkpoint, note: withSignatures(note, [cosign(note.text, this.witness, Date.parse(this.now()) / 1_000)]) };
  }
}

export const officer = (fn: OfficialFunction): Actor => actorOf(fn);

export const caseStream = (caseId: string): string => streamOf('case', caseId);
