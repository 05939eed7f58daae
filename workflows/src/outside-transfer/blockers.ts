import { about, found, type BlockerRule } from '../close-out/blocker';

export const outsideTransferBlockers: readonly BlockerRule[] = [
  {
    id: 'B-11',
    rules: ['R-005', 'W-07'],
    text: { zh: '移送其他部门的事项尚无答复', en: 'a matter transferred to another department has no answer' },
    blocks: (problem, file) =>
      about(file.outsideTransfers, problem).some((each) => ['offered', 'received', 'accepted'].includes(each.status)),
  },
  {
    id: 'B-11',
    rules: ['MEP-17', 'W-07'],
    text: { zh: '属其他机关管辖但未移送', en: 'another authority is competent and nothing was transferred' },
    blocks: (problem, file) =>
      found(problem, 'otherCompetence') &&
      !about(file.outsideTransfers, problem).some((each) => each.status !== 'returned') &&
      about(file.clues, problem).every((clue) => clue.to.function === 'enforcementAgency'),
  },
];
