import type { MadeParts, PackageFacts } from '@liuhen/infra';
import { streamOf } from '@liuhen/workflows';
import { diagrams } from './diagram';
import { escaped, STYLE, timeTold } from './html';
import { people } from './people';
import { rulesOf } from './rules';
import { timeline } from './timeline';

type Exported = PackageFacts['exported']['payload'];

const scopeOf = ({ scope: { cases, persons, from, to, area }, streams }: Exported): string => {
  const there = new Set(streams.filter(({ revision }) => revision >= 0).map(({ stream }) => stream));

  return [
    ...cases.map((id) => `案件 ${id}${there.has(streamOf('case', id)) ? '' : '（账本中没有此案件）'}`),
    ...persons.map((id) => `人员 ${id}`),
    ...(from === null && to === null ? [] : [`登记日期 ${from ?? '最早'} 至 ${to ?? '最近'}`]),
    ...(area === undefined ? [] : [`限于辖区 ${area} 的案卷`]),
  ].join('；');
};

const countsOf = (events: PackageFacts['events']): string =>
  (
    [
      ['被拒行为', 'ActRefused'],
      ['干预记录', 'InterferenceRecorded'],
      ['敏感查阅', 'SensitiveRead'],
    ] as const
  )
    .map(([word, type]) => `${word} ${events.filter((event) => event.type === type).length} 项`)
    .join('，');

const firstPage = ({ exported, checkpoint, events }: PackageFacts): string => `<table><tbody>
<tr><th>范围</th><td>${escaped(scopeOf(exported.payload))}</td></tr>
<tr><th>事由</th><td>${escaped(exported.payload.why)}</td></tr>
<tr><th>导出</th><td>${escaped(exported.actor.organisation)} ${escaped(exported.actor.name)} ${escaped(timeTold(exported.recordedAt))}</td></tr>
<tr><th>账本</th><td>${escaped(checkpoint.origin)}（${checkpoint.suite.title}），检查点含 ${checkpoint.size} 个事件</td></tr>
<tr><th>本包事件</th><td>${events.length} 个，${new Set(events.map(({ stream }) => stream)).size} 个案卷；${countsOf(events)}</td></tr>
</tbody></table>`;

const rulesTable = ({
  events,
}: PackageFacts): string => `<table><thead><tr><th>编号</th><th>版本</th><th>出处</th><th>内容</th></tr></thead><tbody>
${rulesOf(events)
  .map(
    ({ id, version, citation, clause }) =>
      `<tr id="${escaped(`${id}@${version}`)}"><td>${id}</td><td>${escaped(version)}</td><td>${escaped(citation)}</td><td>${escaped(clause ?? '')}</td></tr>`,
  )
  .join('\n')}
</tbody></table>`;

const reportOf = (facts: PackageFacts): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>审计报告 ${escaped(facts.exported.payload.packageId)}</title><style>${STYLE}</style></head><body>
<h1>留痕审计报告</h1>
<p>本报告由审计包内的事件生成，供阅读；证明力在于审计包本身，请以核验程序和公钥核验。合法与否、首个违法行为，由核验程序逐项重新裁判后给出。<br>
核验：<code>node liuhen-verify.cjs 审计包 --key 账本公钥 --witness-key 见证公钥</code></p>
${firstPage(facts)}
<h2>参与人</h2>
${people(facts.events)}
<h2>时间线</h2>
${timeline(facts.events)}
<h2>所经程序</h2>
${diagrams(facts.events)}
<h2>所依规则</h2>
${rulesTable(facts)}
</body></html>
`;

/** Rules and report of a package, made from its events alone. */
export const makeParts = (facts: PackageFacts): MadeParts => ({
  rules: `${JSON.stringify(rulesOf(facts.events), null, 1)}\n`,
  report: reportOf(facts),
});
