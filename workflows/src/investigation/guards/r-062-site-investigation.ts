import type { CaseGuard } from '../../case/act';

/** A suspicion pushed from automatic data is answered by an on-site investigation. */
export const siteInvestigation: CaseGuard<unknown> = {
  rule: 'R-062',
  check: (_input, { state }) => {
    const pushed = state.problems.some((problem) => problem.source === 'automaticData');
    if (!pushed || state.investigation.inspections.length > 0) return undefined;

    return {
      weighty: true,
      message: { zh: '自动监测数据涉嫌违法的，应开展现场调查', en: 'A suspicion from automatic data is investigated on site' },
      missing: [{ zh: '现场检查（勘察）记录', en: 'record of the site inspection' }],
    };
  },
};
