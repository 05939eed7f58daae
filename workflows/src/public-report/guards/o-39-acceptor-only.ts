import type { Guard } from '../../kernel/act';
import type { ReportFile } from '../evolve';

/** O-39: who reported is seen only by whoever took the report in or accepted it. */
export const acceptorOnly: Guard<unknown, ReportFile> = {
  rule: 'OGI-15',
  check: (_input, { state, actor }) =>
    state.acceptors.includes(actor.person)
      ? undefined
      : {
          code: 'NOT_COMPETENT',
          weighty: true,
          message: { zh: '举报人身份仅由受理人启封', en: 'Only whoever accepted the report opens the identity of the reporter' },
        },
};
