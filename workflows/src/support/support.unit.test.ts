import { byRule } from '../testing/by-rule';
import { problemFound } from '../testing/facts';
import { given, JINING, LANZHOU } from '../testing/given';

const JILIN = '220200';
const support = { kind: 'sampling', givenBy: '驻吉林市生态环境监测中心', givenOn: '2024-08-12', content: '总排口采样' } as const;
const analysis = { ...support, kind: 'dataAnalysis', givenBy: '兰州市环境监控中心', givenOn: '2018-05-20', content: '在线数据恒值分析' };
const in2018 = { at: '2018-06-01T09:00:00+08:00' };

byRule('R-015', {
  fires: [
    [
      'support of the city monitoring centre is recorded in its case',
      () => {
        given(problemFound({ jurisdiction: JILIN }))
          .when('recordTechnicalSupport', support)
          .thenRecorded({
            type: 'TechnicalSupportGiven',
            payload: { supportId: 'support-1', ...support, jointOperation: null, suspicionIds: [] },
          })
          .thenRestsOn('R-015');
      },
    ],
  ],
  passes: [
    [
      'in Jining it is recorded without that rule',
      () => {
        given(problemFound({ jurisdiction: JINING }))
          .when('recordTechnicalSupport', support)
          .then('TechnicalSupportGiven')
          .thenDoesNotRestOn('R-015');
      },
    ],
  ],
});

byRule('R-063', {
  fires: [
    [
      'an analysis of automatic data names the joint operation that it led to',
      () => {
        given(problemFound({ jurisdiction: LANZHOU }))
          .when('recordTechnicalSupport', analysis, in2018)
          .thenRefused({ rule: 'R-063', missing: ['现场同步监测与执法'] });
      },
    ],
  ],
  passes: [
    [
      'named, it is recorded as support of the operation',
      () => {
        given(problemFound({ jurisdiction: LANZHOU }))
          .when('recordTechnicalSupport', { ...analysis, jointOperation: '2018年二季度同步监测' }, in2018)
          .then('TechnicalSupportGiven')
          .thenRestsOn('R-063');
      },
    ],
    [
      'the plan was one for 2018',
      () => {
        given(problemFound({ jurisdiction: LANZHOU }))
          .when('recordTechnicalSupport', analysis)
          .then('TechnicalSupportGiven');
      },
    ],
  ],
});
