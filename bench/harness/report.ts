import type { Measurement } from './measurement';

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;

/** Columns that a text takes in a terminal. */
const width = (text: string): number => [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0);

const padded = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - width(text)));

const SMALL = 10;
const MIDDLE = 100;

const shown = (value: number): string => {
  if (value < SMALL) return value.toFixed(2);

  return value < MIDDLE ? value.toFixed(1) : Math.round(value).toLocaleString('en-US');
};

const rowOf = ({ suite, measure, ours, peer, unit, ratio, target, wanted, met }: Measurement): readonly string[] => [
  suite,
  `${measure.zh} / ${measure.en}`,
  shown(ours),
  shown(peer),
  unit,
  `${ratio.toFixed(2)}×`,
  `${wanted === 'atLeast' ? '≥' : '≤'} ${Number(target.toPrecision(3))}×`,
  met ? '达到 / met' : '未达到 / missed',
];

const HEAD = ['项目 / suite', '量 / measure', '本品 / ours', '对照 / peer', '单位 / unit', '比 / ratio', '目标 / target', '结果 / result'];

export const tableOf = (measurements: readonly Measurement[]): string => {
  const rows = [HEAD, ...measurements.map(rowOf)];
  const columns = HEAD.map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));

  return rows
    .map((row) =>
      row
        .map((cell, column) => padded(cell, columns[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

const rounded = (value: number): number => Number(value.toPrecision(5));

export const jsonOf = (measurements: readonly Measurement[]): string =>
  JSON.stringify(
    measurements.map(({ suite, measure, ours, peer, unit, ratio, target, met }) => ({
      suite,
      measure: measure.en,
      ours: rounded(ours),
      peer: rounded(peer),
      unit,
      ratio: rounded(ratio),
      target: rounded(target),
      met,
    })),
  );
