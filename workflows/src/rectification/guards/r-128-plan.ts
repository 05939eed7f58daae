import type { CaseGuard } from '../../case/act';

interface Input {
  readonly mode: 'atOnce' | 'byDate';
  readonly plan?: string | undefined;
}

/** A problem that cannot be put right at once has a plan drawn up with the authority's help. */
export const planDrawnUp: CaseGuard<Input> = {
  rule: 'R-128',
  check: ({ mode, plan }) =>
    mode === 'byDate' && plan === undefined
      ? {
          message: { zh: '限期整改应协助企业制定整改方案', en: 'Rectification by a date needs a plan' },
          missing: [{ zh: '整改方案', en: 'rectification plan' }],
        }
      : undefined,
};
