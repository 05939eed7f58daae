import type { CaseGuard } from '../../case/act';
import type { RestrictionEnd } from '../events';

/** 限产停产办法 art. 18: dissolved, bankrupt or closed, the measure ends by itself, and nothing more is asked for. */
export const endsByItself: CaseGuard<{ readonly how: RestrictionEnd }> = {
  rule: 'RPS-18',
  applies: ({ how }) => how === 'dissolved',
  check: () => undefined,
};
