import { titleOf } from '@liuhen/projections';
import { FUNCTIONS, kindOfStream, type RecordedEvent } from '@liuhen/workflows';
import { contentOf } from './content';
import { escaped, timeTold } from './html';

const KINDS: Readonly<Record<string, string>> = {
  case: '案件',
  interference: '干预记录',
  party: '当事人',
  outlet: '排放口',
  refusals: '被拒行为',
  records: '查阅与导出',
  unit: '机构',
  person: '从业人员',
  labInspection: '检测机构检查',
  calendar: '工作日历',
  clock: '法定时钟',
  discipline: '问责',
  supervision: '督查',
  report: '公众举报',
  credit: '信用信息',
  publication: '定期公布',
};

/** Events of one device after another: that many stand as one line. What a person did always has a line of its own. */
const RUN = 3;

interface Run {
  readonly first: RecordedEvent;
  readonly last: RecordedEvent;
  readonly count: number;
}

const continues = ({ first }: Run, event: RecordedEvent): boolean =>
  event.asked === undefined &&
  event.actor.function === 'deviceGateway' &&
  event.type === first.type &&
  event.stream === first.stream &&
  event.actor.person === first.actor.person;

const runsOf = (events: readonly RecordedEvent[]): readonly Run[] => {
  const runs: Run[] = [];
  let held: RecordedEvent[] = [];
  const put = () => {
    const [first, last] = [held[0], held.at(-1)];
    if (first === undefined || last === undefined) return;
    if (held.length >= RUN) runs.push({ first, last, count: held.length });
    else runs.push(...held.map((each) => ({ first: each, last: each, count: 1 })));
  };
  for (const event of events) {
    const [first] = held;
    if (first !== undefined && !continues({ first, last: first, count: 1 }, event)) {
      put();
      held = [];
    }
    held.push(event);
  }
  put();

  return runs;
};

/** The day is not said twice where an event was recorded on the day that it happened. */
const recorded = ({ occurredAt, recordedAt }: RecordedEvent): string => {
  const [happened, known] = [timeTold(occurredAt), timeTold(recordedAt)];
  if (happened === known) return '';

  return `<br><small>登记 ${escaped(happened.slice(0, 10) === known.slice(0, 10) ? known.slice(11) : known)}</small>`;
};

const when = (event: RecordedEvent): string =>
  `${escaped(timeTold(event.occurredAt))}${event.occurredPrecision === undefined ? '' : '（不精确）'}${recorded(event)}`;

const list = (items: readonly string[]): string => (items.length === 0 ? '—' : items.map(escaped).join('<br>'));

const MARKS: Readonly<Record<string, string>> = { ActRefused: ' class="refused"', InterferenceRecorded: ' class="leaned"' };

const row = ({ first, last, count }: Run): string => {
  const { actor, type, stream, revision, basis, evidence } = first;
  const time = count === 1 ? when(first) : `${when(first)}<br>至 ${escaped(timeTold(last.occurredAt))}`;
  const who = `${escaped(actor.name)}<br><small>${escaped(actor.organisation)} ${escaped(actor.office)}（${escaped(FUNCTIONS[actor.function])}）</small>`;
  const numbers = count === 1 ? `第 ${revision} 号` : `第 ${revision} 至 ${last.revision} 号，共 ${count} 条`;
  const what = `${escaped(titleOf(type).zh)}<br><small>${escaped(KINDS[kindOfStream(stream)] ?? '')} <code>${escaped(stream)}</code> ${numbers}</small>`;
  const rules = basis.map(({ rule, version }) => `<a href="#${escaped(`${rule}@${version}`)}">${escaped(rule)}</a>`).join(' ');

  return `<tr${MARKS[type] ?? ''}><td>${time}</td><td>${who}</td><td>${what}</td><td>${list(contentOf(first))}</td><td>${rules}</td><td>${list(evidence.map(({ name, digest }) => `${name} ${digest}`))}</td></tr>`;
};

const WIDTHS = ['11%', '15%', '17%', '32%', '12%', '13%'];

/** Every event in the order of the log: when, who in what office, what, on which rule and evidence. */
export const timeline = (events: readonly RecordedEvent[]): string =>
  `<table class="timeline"><colgroup>${WIDTHS.map((width) => `<col style="width:${width}">`).join('')}</colgroup><thead><tr><th>时间</th><th>行为人</th><th>事项</th><th>内容</th><th>依据</th><th>证据</th></tr></thead><tbody>
${runsOf(events).map(row).join('\n')}
</tbody></table>`;
