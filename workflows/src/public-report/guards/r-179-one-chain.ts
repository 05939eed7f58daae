import type { Guard } from '../../kernel/act';
import type { ReportFile } from '../evolve';

/** who left an address is answered before the report is closed. */
export const answeredFirst: Guard<unknown, ReportFile> = {
  rule: 'R-177',
  check: (_input, { state }) =>
    !state.answerable || state.answeredAt !== null
      ? undefined
      : { message: { zh: '尚未答复举报人', en: 'The reporter is not answered' }, missing: [{ zh: '答复', en: 'answer' }] },
};

/** acceptance, handling and reward are one chain without a gap. */
export const rewardFirst: Guard<unknown, ReportFile> = {
  rule: 'R-179',
  check: (_input, { state }) =>
    state.status !== 'handled' || !state.rewardClaimed || state.reward !== null
      ? undefined
      : {
          message: { zh: '可获奖励的举报尚未作出奖励决定', en: 'A reward is still to be decided' },
          missing: [{ zh: '奖励决定', en: 'reward decision' }],
        },
};
