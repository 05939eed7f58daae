import type { Guard } from '../../kernel/act';

/** Equipment and reference material are traceable to national standards. */
export const traceable: Guard<{ readonly traceableTo?: string | undefined }, unknown> = {
  rule: 'R-124',
  check: ({ traceableTo }) =>
    traceableTo === undefined
      ? {
          message: {
            zh: '仪器设备和标准物质应能溯源到国家计量基准',
            en: 'Equipment and reference material are traceable to national standards',
          },
          missing: [{ zh: '溯源的国家计量基准', en: 'the national standard it is traceable to' }],
        }
      : undefined,
};
