import type { CaseGuard } from '../../case/act';
import type { EvidenceInput } from '../../kernel/input';

const PAPERS = {
  criminalTransferLetter: { zh: '涉嫌犯罪案件移送书', en: 'criminal transfer letter' },
  investigationReport: { zh: '调查报告', en: 'investigation report' },
  sceneInspectionRecord: { zh: '现场勘查笔录', en: 'scene inspection record' },
  involvedItemsList: { zh: '涉案物品清单', en: 'list of involved items' },
} as const;

type Papers = { readonly [K in keyof typeof PAPERS]?: EvidenceInput | undefined };

const fourPapersUnder = (rule: 'R-140' | 'CJL-06'): CaseGuard<{ readonly papers: Papers }> => ({
  rule,
  check: ({ papers }) => {
    const missing = (Object.keys(PAPERS) as (keyof typeof PAPERS)[]).filter((paper) => papers[paper] === undefined);
    if (missing.length === 0) return undefined;

    return {
      message: { zh: '涉嫌犯罪案件移送材料不全', en: 'The papers of the criminal transfer are not complete' },
      missing: missing.map((paper) => PAPERS[paper]),
    };
  },
});

/** R-140 in Changchun, 衔接办法 art. 6 everywhere. */
export const fourPapers = [fourPapersUnder('R-140'), fourPapersUnder('CJL-06')] as const;
