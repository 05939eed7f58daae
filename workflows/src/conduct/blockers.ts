import { about, type BlockerRule } from '../close-out/blocker';

export const conductBlockers: readonly BlockerRule[] = [
  {
    id: 'B-11',
    rules: ['R-156', 'R-159', 'R-162', 'W-07'],
    text: {
      zh: '移送纪检监察的线索未获答复，或约谈后的处理结果未报告',
      en: 'a discipline clue without recorded answer or, after an interview, without report of the outcome',
    },
    blocks: (problem, file) => about(file.conduct.referrals, problem).some((referral) => referral.answer === null),
  },
  {
    id: 'B-12',
    rules: ['R-177', 'R-179'],
    text: { zh: '举报未答复，或应定的奖励未决定', en: 'a public report not answered, or a due reward not settled' },
    blocks: (problem, file) => about(file.conduct.reports, problem).some((report) => !report.settled),
  },
];
