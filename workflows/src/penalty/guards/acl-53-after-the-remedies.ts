import { addDays, civil, dueDate, earliest, latest } from '../../calendar';
import { itemOf, type CaseFacts, type CaseGuard } from '../../case/act';
import type { CaseFile } from '../../case/state';
import type { Objection } from '../../kernel/act';
import type { Remedy } from '../../remedy/evolve';
import type { RemedyStatus } from '../../remedy/machine';

interface Input {
  readonly penaltyId: string;
  readonly appliedOn: string;
  readonly lateReason?: string | undefined;
}

const RUNNING: readonly RemedyStatus[] = ['applied', 'accepted', 'filed', 'firstInstance', 'appealed'];

/** Days after the decision of a reconsideration in which a suit may still be filed (行诉法 art. 45). */
const TO_SUE = 15;

const against = ({ remedies }: CaseFile, penaltyId: string): readonly Remedy[] =>
  remedies.filter(({ target }) => target.kind === 'penalty' && target.id === penaltyId);

/** Last days of the time for review and suit, the earliest and the latest that they may have been. */
const remedyTime = (state: CaseFile, penaltyId: string): readonly [first: string, last: string] => {
  const { servedOn, deferredUntil } = itemOf(state.penalties, penaltyId);
  const served = servedOn ?? 'unknown';
  const ends = against(state, penaltyId).flatMap(({ kind, decidedOn }) =>
    decidedOn === null ? [] : [{ on: decidedOn, more: kind === 'reconsideration' ? TO_SUE : 0 }],
  );
  const spans = ends.map(({ on, more }) => [addDays(earliest(on), more), addDays(latest(on), more)] as const);
  // Six months for a direct suit (行诉法 art. 46); one that was brought puts its own end in their place.
  const open = [dueDate(civil.months(6), earliest(served)).due, dueDate(civil.months(6), latest(served)).due] as const;
  const over = spans.length === 0 ? [open] : spans;
  const first =
    over
      .map(([day]) => day)
      .sort()
      .at(-1) ?? open[0];
  const last =
    over
      .map(([, day]) => day)
      .sort()
      .at(-1) ?? open[1];

  return [first, deferredUntil !== null && deferredUntil > last ? deferredUntil : last];
};

const tooEarly = (day: string): Omit<Objection, 'rule'> => ({
  weighty: true,
  message: {
    zh: `复议、诉讼期限至${day}，期满当事人未申请复议、未起诉又不履行的，方可申请强制执行`,
    en: `Review and suit are open until ${day}; the court is asked for enforcement only after it`,
  },
});

const check = ({ penaltyId, appliedOn, lateReason }: Input, { state }: CaseFacts): Omit<Objection, 'rule'> | undefined => {
  const running = against(state, penaltyId).find(({ status }) => RUNNING.includes(status));
  if (running !== undefined) {
    return {
      weighty: true,
      message: { zh: `${running.id} 尚未审结，不得申请强制执行`, en: `${running.id} is still pending; the court is not asked yet` },
      missing: [{ zh: `${running.id} 的生效决定或者裁判`, en: `the final decision of ${running.id}` }],
    };
  }
  const [first, last] = remedyTime(state, penaltyId);
  if (latest(appliedOn) <= first) return tooEarly(first);
  const until = dueDate(civil.months(3), last).due;
  if (earliest(appliedOn) <= until || lateReason !== undefined) return undefined;

  return {
    message: { zh: `申请强制执行的期限至${until}`, en: `The court had to be asked by ${until}` },
    missing: [{ zh: '逾期申请的正当理由', en: 'a good reason for asking late' }],
  };
};

/** 强制法 art. 53: the court is asked after the time for review and suit is over, within three months. */
export const afterTheRemedies: CaseGuard<Input> = { rule: 'ACL-53', check };
