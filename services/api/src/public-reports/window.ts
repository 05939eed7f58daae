import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import {
  idOfStream,
  LiuhenError,
  publicReportProcedure,
  REPORT_MATTERS,
  REPORT_SOURCES,
  streamOf,
  type ActOutcome,
  type Actor,
  type Desk,
  type PublicReportStatus,
  type RecordedEvent,
  type ReportEvent,
} from '@liuhen/workflows';
import type { EventStore } from '@liuhen/infra';
import { z } from 'zod';
import { parseBody, readBody } from '../http/body';
import type { Rate } from '../http/rate';
import { digestOfCode, isCodeOf, newCode } from './code';

/** Where the public reports, without an account, and asks what became of it with the code of the report. */
export const PUBLIC_REPORTS = '/public/reports';
export const FOLLOW = `${PUBLIC_REPORTS}/follow`;

/** What comes in here was taken down by no officer. */
export const WINDOW_ACTOR: Actor = {
  person: 'public-window',
  name: '公众举报窗口',
  organisation: '公众举报窗口',
  office: '互联网举报受理',
  function: 'publicWindow',
  jurisdiction: '000000',
};

const keys = <T extends object>(of: T) => Object.keys(of) as [keyof T & string, ...(keyof T & string)[]];

const FILED = z.strictObject({
  source: z.enum(keys(REPORT_SOURCES)).default('public'),
  matter: z.enum(keys(REPORT_MATTERS)),
  /** GB/T 2260. */
  jurisdiction: z.string().regex(/^\d{6}$/u),
  /** What happened, without anything that tells who reports. */
  content: z.string().trim().min(1).max(20_000),
  /** Name and way to be reached, kept under the seal; left out by who stays anonymous. */
  reporter: z.string().trim().min(1).max(2_000).optional(),
  rewardClaimed: z.boolean().default(false),
});

const FOLLOWED = z.strictObject({ report: z.string().regex(/^[\w.:-]{1,80}$/u), code: z.string().min(1).max(100) });

/** Letters of a report, three bytes each, and what stands around them; milliseconds. */
const BODY = { bytes: 131_072, milliseconds: 30_000 } as const;

/** A report goes through some dozen steps. */
const STEPS = 200;

/** What the reporter is told: how far it is and what was answered, nothing of the case that came of it. */
export interface Followed {
  readonly report: string;
  readonly status: PublicReportStatus;
  readonly receivedAt: string;
  readonly acceptedAt: string | null;
  readonly reasonNotAccepted: string | null;
  readonly answers: readonly { readonly answeredAt: string; readonly content: string }[];
  readonly reward: { readonly granted: boolean; readonly paidOn: string | null } | null;
}

type Fact = ReportEvent & Pick<RecordedEvent, 'occurredAt'>;

const told = (before: Followed, event: Fact): Followed => {
  const now = { ...before, status: publicReportProcedure.next(before.status, event.type) ?? before.status };
  switch (event.type) {
    case 'PublicReportAccepted':
      return { ...now, acceptedAt: event.occurredAt };
    case 'PublicReportNotAccepted':
      return { ...now, reasonNotAccepted: event.payload.reason };
    case 'PublicReportAnswered':
      return { ...now, answers: [...now.answers, { answeredAt: event.payload.answeredAt, content: event.payload.content }] };
    case 'ReportRewardDecided':
      return { ...now, reward: { granted: event.payload.granted, paidOn: null } };
    case 'ReportRewardPaid':
      return { ...now, reward: { granted: true, paidOn: event.payload.paidOn } };
    case 'PublicReportReceived':
    case 'PublicReportTakenUp':
    case 'PublicReportHandled':
    case 'ReporterIdentityOpened':
    case 'PersonForgotten':
    case 'PublicReportClosed':
      return now;
  }
};

const parsed = <T>(schema: z.ZodType<T>, text: string): T => {
  const result = schema.safeParse(parseBody(text));
  if (!result.success) throw new LiuhenError('INVALID_INPUT', z.prettifyError(result.error));

  return result.data;
};

const subjectOf = (outcome: ActOutcome): string => {
  switch (outcome.kind) {
    case 'receipt':
      return idOfStream(outcome.stream);
    case 'conflict':
      throw new LiuhenError('STALE_REVISION', PUBLIC_REPORTS);
    case 'invalid':
      throw new LiuhenError(
        'INVALID_INPUT',
        outcome.fields.map(({ path, message }) => `${path}: ${message.zh} / ${message.en}`).join('; '),
      );
    case 'refusal':
    case 'denied':
      throw new LiuhenError('GUARD_REFUSED', `${outcome.message.zh} / ${outcome.message.en}`);
  }
};

export interface WindowOptions {
  readonly desk: Desk;
  readonly store: Pick<EventStore, 'readStream'>;
  readonly rate: Rate;
  /** Present time, ISO instant with offset. */
  now(): string;
}

/** Reports of the public without an account; the code is told once and kept as its digest only. */
export class PublicWindow {
  constructor(private readonly options: WindowOptions) {}

  async file(request: IncomingMessage, address: string): Promise<{ readonly report: string; readonly code: string }> {
    await this.options.rate.report(address);
    const { reporter, ...filed } = parsed(FILED, await this.#body(request));
    const code = newCode();
    const input = {
      ...filed,
      ...(reporter === undefined ? {} : { reporter }),
      channel: 'internet',
      anonymous: reporter === undefined,
      answerable: true,
      codeDigest: digestOfCode(code),
      receivedAt: this.options.now(),
    };
    const act = { act: 'receivePublicReport', subject: null, idempotencyKey: randomUUID(), expectedRevision: null, occurredAt: null };
    const outcome = await this.options.desk.perform({ ...act, evidence: [], input }, WINDOW_ACTOR);

    return { report: subjectOf(outcome), code };
  }

  /** Throws `UNKNOWN_ID` for a wrong code as for no report. */
  async follow(request: IncomingMessage, address: string): Promise<Followed> {
    const { report, code } = parsed(FOLLOWED, await this.#body(request));
    await this.options.rate.guess(address, report);
    const events = (await this.options.store.readStream(streamOf('report', report), {
      from: 0,
      limit: STEPS,
    })) as unknown as readonly Fact[];
    const [first] = events;
    const received = first?.type === 'PublicReportReceived' ? first.payload : undefined;
    if (!isCodeOf(received?.codeDigest ?? null, code) || received === undefined) {
      throw new LiuhenError('UNKNOWN_ID', `${report}: no such report, or not its code`);
    }
    const { receivedAt } = received;
    const start = { report, status: publicReportProcedure.initial, receivedAt, acceptedAt: null, reasonNotAccepted: null };

    return events.reduce<Followed>(told, { ...start, answers: [], reward: null });
  }

  /** A page of another site cannot send this type unasked. */
  #body(request: IncomingMessage): Promise<string> {
    const type = request.headers['content-type'] ?? '';
    if (!type.startsWith('application/json')) throw new LiuhenError('BAD_REQUEST', 'application/json');

    return readBody(request, BODY);
  }
}
