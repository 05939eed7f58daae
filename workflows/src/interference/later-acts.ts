import { z } from 'zod';
import { docNo, enumOf, id, moment, namedPerson, partialDate, text } from '../kernel/input';
import { registerActs } from '../kernel/register-act';
import { nextItemId } from '../kernel/step';
import { official, OFFICIALS } from './acts';
import { NON_RECORDING, type InterferenceEvent } from './events';
import type { InterferenceFile } from './evolve';
import { sameItem } from './guards/r-149-same-item';
import { barOthers } from './guards/w-16-own-record';
import { interferenceProcedure } from './machine';

const { step } = registerActs<InterferenceFile, InterferenceEvent>({
  procedure: interferenceProcedure,
  notTheStep: { zh: '该干预记录不处于此环节', en: 'The record is not at this step' },
  bars: barOthers,
});

const digest = z
  .string()
  .regex(/^(?:sha256|sm3):[0-9a-f]{64}$/)
  .meta({ zh: '介质内容摘要', en: 'digest of the stored item', scalar: 'String' });

/** 介质存储: the item under its digest, and who keeps it. */
export const storeInterferenceMedium = step({
  name: 'storeInterferenceMedium',
  title: { zh: '存储干预留痕介质', en: 'Store the medium of an interference trace' },
  by: OFFICIALS,
  input: z.strictObject({
    description: text('介质名称', 'what is stored', 500),
    digest,
    keeper: namedPerson,
    storedAt: moment('存储时间', 'when it was stored'),
  }),
  basis: ['R-149'],
  event: 'InterferenceMediumStored',
  events: (input, { state }) => [{ type: 'InterferenceMediumStored', payload: { itemId: nextItemId('medium', state.items), ...input } }],
});

export const handOverInterferenceMedium = step({
  name: 'handOverInterferenceMedium',
  title: { zh: '交接干预留痕介质', en: 'Hand over the medium of an interference trace' },
  by: OFFICIALS,
  input: z.strictObject({
    itemId: id('介质编号', 'id of the stored item'),
    to: namedPerson,
    digest,
    reason: text('交接事由', 'why it is handed over', 500),
  }),
  basis: ['R-149'],
  event: 'InterferenceMediumHandedOver',
  target: 'itemId',
  targets: ({ items }) => items.map((item) => item.id),
  outOfTurn: { rule: ['R-149', 'W-02'], message: { zh: '没有此留痕介质', en: 'There is no such stored item' } },
  guards: [sameItem],
  events: (input, { state }) =>
    state.items
      .filter((item) => item.id === input.itemId)
      .map(({ keeper }) => ({ type: 'InterferenceMediumHandedOver', payload: { ...input, from: keeper } })),
});

export const reportInterferenceUpward = step({
  name: 'reportInterferenceUpward',
  title: { zh: '报告干预情况', en: 'Report an interference upward' },
  by: OFFICIALS,
  input: z.strictObject({
    reportedTo: text('报告对象', 'to whom it is reported', 200),
    reportedAt: moment('报告时间', 'when it was reported'),
    consequence: text('后果', 'consequence', 2000).optional(),
  }),
  basis: ['R-148', 'R-149'],
  event: 'InterferenceReportedUpward',
  events: ({ consequence, ...input }) => [{ type: 'InterferenceReportedUpward', payload: { ...input, consequence: consequence ?? null } }],
});

const nonRecordingId = id('未记录认定编号', 'id of the finding that it was not recorded');

export const findNonRecording = step({
  name: 'findNonRecording',
  title: { zh: '认定不如实记录或隐瞒不报', en: 'Find that an interference was not truthfully recorded, or hidden' },
  by: ['disciplineInspection'],
  input: z.strictObject({
    person: namedPerson,
    kind: enumOf('NonRecordingKind', NON_RECORDING, { zh: '情形', en: 'how' }),
    finding: text('认定事实', 'finding', 10_000),
  }),
  basis: ['R-148', 'R-152'],
  event: 'NonRecordingFound',
  events: (input, { state }) => [
    { type: 'NonRecordingFound', payload: { nonRecordingId: nextItemId('nonRecording', state.nonRecordings), ...input } },
  ],
});

export const findSeriousConsequence = step({
  name: 'findSeriousConsequence',
  title: { zh: '认定造成严重后果', en: 'Find that serious consequences followed' },
  by: ['disciplineInspection'],
  input: z.strictObject({
    nonRecordingId,
    consequence: text('后果', 'consequence', 4000),
    reasons: text('认定严重的理由', 'why it is serious', 4000),
  }),
  basis: ['R-152'],
  event: 'SeriousConsequenceFound',
  target: 'nonRecordingId',
  targets: ({ nonRecordings }) => nonRecordings.filter((each) => !each.serious).map((each) => each.id),
  outOfTurn: {
    rule: ['R-152', 'W-02'],
    message: { zh: '没有待认定后果的未记录情形', en: 'No finding of non-recording waits for its consequence' },
  },
  events: (input) => [{ type: 'SeriousConsequenceFound', payload: input }],
});

/** 通报批评和警告: both sanctions, and only with both conditions on file, draft or not. */
export const sanctionNonRecording = step({
  name: 'sanctionNonRecording',
  title: { zh: '通报批评并警告', en: 'Criticise in a circular and warn' },
  by: ['disciplineInspection'],
  input: z.strictObject({
    nonRecordingId,
    criticismNo: docNo('通报批评文号', 'number of the circular'),
    warningNo: docNo('警告文号', 'number of the warning'),
    decidedBy: text('决定机关', 'who decided', 200),
    decidedOn: partialDate('决定日期', 'day of the decision'),
  }),
  basis: ['R-152'],
  event: 'NonRecordingSanctioned',
  target: 'nonRecordingId',
  targets: ({ nonRecordings }) => nonRecordings.filter((each) => each.serious && !each.sanctioned).map((each) => each.id),
  outOfTurn: {
    rule: ['R-152', 'W-02'],
    message: {
      zh: '不如实记录或隐瞒不报与造成严重后果均须在案，方可通报批评和警告',
      en: 'Both must be on file first: not truthfully recorded or hidden, and serious consequences',
    },
    missing: [
      { zh: '不如实记录或者隐瞒不报的认定', en: 'finding that it was not truthfully recorded or was hidden' },
      { zh: '造成严重后果的认定', en: 'finding of serious consequences' },
    ],
  },
  events: ({ criticismNo, warningNo, ...input }) => [
    { type: 'NonRecordingSanctioned', payload: { ...input, criticismNo: criticismNo ?? null, warningNo: warningNo ?? null } },
  ],
});

export const recordSuppression = step({
  name: 'recordSuppression',
  title: { zh: '记录授意不予记录', en: 'Record that a leader told someone not to record' },
  by: OFFICIALS,
  input: z.strictObject({
    leader: official,
    told: namedPerson,
    content: text('内容（尽量原话）', 'content, verbatim where possible', 10_000),
  }),
  basis: ['R-148', 'R-151'],
  event: 'RecordingSuppressed',
  events: ({ leader, ...input }, { state }) => [
    {
      type: 'RecordingSuppressed',
      payload: {
        suppressionId: nextItemId('suppression', state.suppressions),
        ...input,
        leader: { ...leader, person: leader.person ?? null },
      },
    },
  ],
});

export const protectRecorder = step({
  name: 'protectRecorder',
  title: { zh: '保护记录人', en: 'Protect the recorder' },
  by: ['disciplineInspection'],
  input: z.strictObject({
    threat: text('打击报复情形', 'what was feared or done to the recorder', 4000),
    measure: text('保护措施', 'measure', 2000),
    on: partialDate('日期', 'day'),
  }),
  basis: ['R-148'],
  event: 'RecorderProtected',
  events: (input) => [{ type: 'RecorderProtected', payload: input }],
});

export const laterInterferenceActs = [
  storeInterferenceMedium,
  handOverInterferenceMedium,
  reportInterferenceUpward,
  findNonRecording,
  findSeriousConsequence,
  sanctionNonRecording,
  recordSuppression,
  protectRecorder,
] as const;
