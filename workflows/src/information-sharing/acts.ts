import { z } from 'zod';
import { caseAct } from '../case/act';
import { enumOf, id, list, partialDate, text } from '../kernel/input';
import { SHARING_RECIPIENTS } from './events';

export const shareCaseInformation = caseAct({
  name: 'shareCaseInformation',
  title: { zh: '共享弄虚作假案件信息', en: 'Share the information on a fraud case' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    problemId: id('问题编号', 'problem id'),
    recipients: list(enumOf('SharingRecipient', SHARING_RECIPIENTS, { zh: '共享对象', en: 'recipient' }), '共享对象', 'recipients', {
      min: 1,
      max: 3,
    }),
    channel: text('共享平台或者方式', 'platform or way', 200),
    content: text('共享内容', 'what is shared'),
    on: partialDate('共享日期', 'day'),
  }),
  basis: ['R-146', 'CJL-34'],
  target: 'problemId',
  targets: (file) => file.problems.filter(({ finding }) => finding?.tampering === true).map(({ id: problemId }) => problemId),
  outOfTurn: {
    rule: ['R-146', 'W-02'],
    message: { zh: '没有查实的篡改、伪造案件信息可供共享', en: 'No verified tampering or fabrication is there to be shared' },
    missing: [{ zh: '篡改、伪造的查实认定', en: 'verified finding of tampering or fabrication' }],
  },
  events: (input) => [{ type: 'CaseInformationShared', payload: input }],
});

export const informationSharingActs = [shareCaseInformation] as const;
