import type { MadeParts, PackageFacts } from '@liuhen/infra';
import { titleOf } from '@liuhen/projections';
import { FUNCTIONS, kindOfStream, type RecordedEvent } from '@liuhen/workflows';
import { diagrams } from './diagram';
import { escaped } from './html';
import { rulesOf } from './rules';

const STYLE = `body{font:14px/1.6 "Noto Serif CJK SC","Source Han Serif SC",SimSun,serif;margin:2em auto;max-width:1100px;color:#111}
table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:.25em .5em;vertical-align:top;text-align:left}
th{background:#eee}figure{overflow-x:auto;margin:1em 0}code{font-size:12px;word-break:break-all}
@media print{body{margin:0;max-width:none;font-size:11px}tr,figure{break-inside:avoid}thead{display:table-header-group}}`;

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
};

const list = (items: readonly string[]): string => (items.length === 0 ? '—' : items.map(escaped).join('<br>'));

const noteOf = ({ type, payload }: RecordedEvent): string => {
  const said = payload as Readonly<Record<string, unknown>>;
  const told = type === 'ActRefused' ? said['messageZh'] : (said['why'] ?? said['content'] ?? said['title'] ?? said['note']);

  return typeof told === 'string' ? told : '';
};

const row = (event: RecordedEvent): string => {
  const { occurredAt, occurredPrecision, recordedAt, actor, stream, revision, basis, evidence } = event;
  const time = `${escaped(occurredAt)}${occurredPrecision === undefined ? '' : '（不精确）'}<br><small>登记 ${escaped(recordedAt)}</small>`;
  const who = `${escaped(actor.name)}<br><small>${escaped(actor.organisation)} ${escaped(actor.office)}（${escaped(FUNCTIONS[actor.function])}）</small>`;
  const what = `${escaped(titleOf(event.type).zh)}<br><small>${escaped(KINDS[kindOfStream(stream)] ?? stream)} ${escaped(stream)} · ${revision}</small>`;

  return `<tr><td>${time}</td><td>${who}</td><td>${what}</td><td>${escaped(noteOf(event))}</td><td>${list(basis.map(({ rule, version }) => `${rule} ${version}`))}</td><td>${list(evidence.map(({ name, digest }) => `${name} ${digest}`))}</td></tr>`;
};

const scopeOf = ({ cases, persons, from, to }: PackageFacts['exported']['payload']['scope']): string =>
  [
    ...cases.map((id) => `案件 ${id}`),
    ...persons.map((id) => `人员 ${id}`),
    ...(from === null && to === null ? [] : [`登记日期 ${from ?? '最早'} 至 ${to ?? '最近'}`]),
  ].join('；');

const reportOf = ({ exported, checkpoint, events }: PackageFacts): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>审计报告 ${escaped(exported.payload.packageId)}</title><style>${STYLE}</style></head><body>
<h1>留痕审计报告</h1>
<p>本报告由审计包内的事件生成，供阅读；证明力在于审计包本身，请以核验程序和公钥核验。<br>
核验：<code>node liuhen-verify.cjs 审计包 --key 账本公钥 --witness-key 见证公钥</code></p>
<table><tbody>
<tr><th>范围</th><td>${escaped(scopeOf(exported.payload.scope))}</td></tr>
<tr><th>事由</th><td>${escaped(exported.payload.why)}</td></tr>
<tr><th>导出</th><td>${escaped(exported.actor.organisation)} ${escaped(exported.actor.name)} ${escaped(exported.recordedAt)}</td></tr>
<tr><th>账本</th><td>${escaped(checkpoint.origin)}（${checkpoint.suite.title}），检查点含 ${checkpoint.size} 个事件</td></tr>
<tr><th>本包事件</th><td>${events.length} 个，${exported.payload.streams.length} 个案卷</td></tr>
</tbody></table>
<h2>时间线</h2>
<table><thead><tr><th>时间</th><th>行为人</th><th>事项</th><th>内容</th><th>依据</th><th>证据</th></tr></thead><tbody>
${events.map(row).join('\n')}
</tbody></table>
<h2>所经程序</h2>
${diagrams(events)}
<h2>所依规则</h2>
<table><thead><tr><th>编号</th><th>版本</th><th>出处</th><th>内容</th></tr></thead><tbody>
${rulesOf(events)
  .map(
    ({ id, version, citation, clause }) =>
      `<tr><td>${id}</td><td>${escaped(version)}</td><td>${escaped(citation)}</td><td>${escaped(clause ?? '')}</td></tr>`,
  )
  .join('\n')}
</tbody></table>
</body></html>
`;

/** Rules and report of a package, made from its events alone. */
export const makeParts = (facts: PackageFacts): MadeParts => ({
  rules: `${JSON.stringify(rulesOf(facts.events), null, 1)}\n`,
  report: reportOf(facts),
});
