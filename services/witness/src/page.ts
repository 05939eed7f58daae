import { hexOf } from '@liuhen/infra';
import type { Seen } from './judge';

export interface Status {
  readonly vkey: string;
  readonly seen: readonly Seen[];
  /** Text of the alarm file, empty for none. */
  readonly alarms: string;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const row = ({ checkpoint: { origin, size, root, suite } }: Seen): string =>
  `<tr><td>${escaped(origin)}</td><td>${size}</td><td><code>${hexOf(root)}</code></td><td>${suite.title}</td></tr>`;

/** One screen: all well in green, or the alarm in red with its evidence. */
export const statusPage = ({ vkey, seen, alarms }: Status): string => `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="10"><title>留痕见证 / witness</title>
<style>body{font-family:sans-serif;margin:2em}header{color:#fff;padding:1em;background:${alarms === '' ? '#1a7f37' : '#b3001b'}}
pre{white-space:pre-wrap}td,th{padding:.3em 1em;text-align:left}</style>
<header><h1>${alarms === '' ? '正常：所见账本均前后相续 / all logs extend what was seen' : '警报：账本不可信 / ALARM: a log cannot be trusted'}</h1></header>
${alarms === '' ? '' : `<pre>${escaped(alarms)}</pre>`}
<h2>所见证的账本 / logs</h2><table><tr><th>账本 / log</th><th>事件数 / events</th><th>根 / root</th><th>算法 / suite</th></tr>${seen.map(row).join('')}</table>
<h2>本见证方公钥 / key of this witness</h2><pre>${escaped(vkey)}</pre></html>
`;
