export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Moments are recorded in Beijing time with an offset; a reader wants day and time. Days and imprecise dates stay as they are. */
export const timeTold = (moment: string): string => moment.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2}).*$/u, '$1 $2');

/** Every report looks the same on a screen without a network and on A4. */
export const STYLE = `body{font:14px/1.6 "Noto Serif CJK SC","Source Han Serif SC",SimSun,serif;margin:2em auto;padding:0 1em;max-width:1100px;color:#111}
table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:.25em .5em;vertical-align:top;text-align:left;overflow-wrap:anywhere}
th{background:#eee;white-space:nowrap}small{color:#444;font-size:12px}code{font-size:11px;word-break:break-all}a{color:inherit}
.timeline{table-layout:fixed}.timeline td{line-height:1.4}.refused td{background:#fdeeee}.leaned td{background:#fff6dd}
.walks{display:flex;flex-wrap:wrap;gap:1em 2em}figure{margin:0}figcaption{font-weight:bold}
@page{size:A4 landscape;margin:12mm}
@media print{body{margin:0 1px;padding:0;max-width:none;font-size:11px;-webkit-print-color-adjust:exact;print-color-adjust:exact}small,code{font-size:10px}tr,figure{break-inside:avoid}h2{break-after:avoid}thead{display:table-header-group}}`;
