import { isNamed } from '../../authority/recusal';
import type { CaseGuard } from '../../case/act';

export const NO_BAR = { zh: '没有待解除的回避', en: 'No recusal to lift' } as const;

/** Whom the record behind a recusal names does not lift it, of another neither, and is told as of none (O-46). */
export const notBehindIt: CaseGuard<{ readonly barId: string }> = {
  rule: 'W-02',
  check: ({ barId }, { state, registers, actor }) => {
    const records = state.conduct.bars
      .filter((bar) => bar.id === barId)
      .flatMap(({ recordId }) => [registers.interference(recordId), registers.discipline(recordId)]);

    return records.some((record) => record.status !== 'none' && isNamed(actor, record))
      ? { code: 'WRONG_STAGE', message: NO_BAR }
      : undefined;
  },
};
