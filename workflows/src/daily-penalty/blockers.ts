import { about, type BlockerRule } from '../close-out/blocker';

const RUNNING = ['ordered', 'refused', 'noticed', 'decided'];

export const dailyPenaltyBlockers: readonly BlockerRule[] = [
  {
    id: 'B-14',
    rules: ['CDP-10', 'CODE-1060', 'R-130'],
    text: { zh: '按日连续处罚程序尚未终结', en: 'a consecutive daily penalty is running' },
    blocks: (problem, file) => about(file.dailyPenalties, problem).some((each) => RUNNING.includes(each.status)),
  },
];
