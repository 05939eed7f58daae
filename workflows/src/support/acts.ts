import { z } from 'zod';
import { caseAct, whole } from '../case/act';
import { date, enumOf, id, list, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { SUPPORT_KINDS } from './events';

export const recordTechnicalSupport = caseAct({
  name: 'recordTechnicalSupport',
  title: { zh: '记录技术支持', en: 'Record technical support' },
  by: ['monitoringUnit', 'monitoringControlCentre', 'enforcementAgency'],
  input: z.strictObject({
    kind: enumOf('SupportKind', SUPPORT_KINDS, { zh: '类别', en: 'kind' }),
    givenBy: text('提供技术支持的机构', 'monitoring centre that gave it', 120),
    givenOn: date('日期', 'given on'),
    content: text('内容', 'what was done'),
    jointOperation: text('所促成的现场同步监测与执法', 'joint operation that the analysis led to', 200).optional(),
    suspicionIds: list(
      id('涉嫌记录编号', 'id of a recorded suspicion'),
      '所分析的初步涉嫌记录',
      'suspicions that were analysed',
    ).optional(),
  }),
  basis: ['R-010', 'R-015', 'R-063'],
  targets: (file) => whole(file.problems.length > 0),
  outOfTurn: { rule: 'W-02', message: { zh: '此时不能记录技术支持', en: 'No support can be recorded now' } },
  guards: [
    {
      rule: 'R-063',
      check: ({ kind, jointOperation }) =>
        kind !== 'dataAnalysis' || jointOperation !== undefined
          ? undefined
          : {
              message: {
                zh: '自动监控数据分析应注明其促成的现场同步监测与执法',
                en: 'An analysis of automatic data names the joint operation that it led to',
              },
              missing: [{ zh: '现场同步监测与执法', en: 'the joint operation' }],
            },
    },
  ],
  events: ({ jointOperation, suspicionIds, ...input }, { state }) => [
    {
      type: 'TechnicalSupportGiven',
      payload: {
        supportId: nextItemId('support', state.support),
        ...input,
        jointOperation: jointOperation ?? null,
        suspicionIds: suspicionIds ?? [],
      },
    },
  ],
});

export const supportActs = [recordTechnicalSupport] as const;
