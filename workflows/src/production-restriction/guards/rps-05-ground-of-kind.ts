import type { CaseGuard } from '../../case/act';
import type { RestrictionKind } from '../events';

interface Input {
  readonly kind: RestrictionKind;
  readonly ground: string;
}

/** The grounds themselves are a human decision; the article is that of the kind, and a ground has to be said. */
const groundUnder = (rule: 'RPS-05' | 'RPS-06', kind: RestrictionKind): CaseGuard<Input> => ({
  rule,
  applies: (input) => input.kind === kind,
  check: ({ ground }) =>
    ground.trim() === ''
      ? { message: { zh: '应载明适用情形', en: 'Say the ground' }, missing: [{ zh: '适用情形', en: 'ground' }] }
      : undefined,
});

/** 限产停产办法 art. 5 for a restriction, art. 6 for a suspension. */
export const groundOfKind = [groundUnder('RPS-05', 'restriction'), groundUnder('RPS-06', 'suspension')] as const;
