import type { CaseGuard } from '../../case/act';
import type { EvidenceInput } from '../../kernel/input';

const ITEMS = {
  materialsList: { zh: '移送材料清单', en: 'list of the materials' },
  transferLetter: { zh: '案件移送书', en: 'transfer letter' },
  investigationReport: { zh: '案件调查报告', en: 'investigation report' },
  evidence: { zh: '证据材料', en: 'evidence' },
  articlesList: { zh: '涉案物品清单', en: 'list of the articles' },
  penaltyDecision: { zh: '行政处罚决定书等处理决定', en: 'penalty decision' },
} as const;

type Papers = { readonly [K in keyof typeof ITEMS]?: EvidenceInput | undefined };

/** Art. 11: the originals; the seventh item is whatever else there is. */
export const sevenItems: CaseGuard<{ readonly papers: Papers }> = {
  rule: 'DET-11',
  check: ({ papers }) => {
    const missing = (Object.keys(ITEMS) as (keyof typeof ITEMS)[]).filter((item) => papers[item] === undefined);
    if (missing.length === 0) return undefined;

    return {
      message: { zh: '移送行政拘留案件材料不全', en: 'The papers of the transfer for detention are not complete' },
      missing: missing.map((item) => ITEMS[item]),
    };
  },
};
