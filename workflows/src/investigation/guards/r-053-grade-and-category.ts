import { eachFinding } from './each-finding';

/** A permit problem does not leave the ledger's first column before it has a grade and a category. */
export const gradedAndCategorised = eachFinding({
  rule: 'R-053',
  message: {
    zh: '排污许可问题应建立台账、分级分类后处置',
    en: 'A permit problem on the ledger has a grade and a category before it is handled',
  },
  lacks: (_finding, _facts, problem) =>
    problem?.source === 'permitSupervision' && problem.grading === null
      ? [{ zh: '问题等级、类别', en: 'grade and category of the problem' }]
      : [],
});
