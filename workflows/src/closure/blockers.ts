import { about, type BlockerRule } from '../close-out/blocker';

export const closureBlockers: readonly BlockerRule[] = [
  {
    id: 'B-6',
    rules: ['R-131', 'EPL-60', 'CODE-1108'],
    text: { zh: '停业、关闭的政府批准未决，或者尚未执行', en: 'the approval of a closure is pending, or it is not carried out' },
    blocks: (problem, file) => about(file.closures, problem).some((each) => ['applied', 'approved', 'ordered'].includes(each.status)),
  },
];
