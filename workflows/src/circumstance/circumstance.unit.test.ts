import { byRule } from '../testing/by-rule';
import { caseClosed, determinedCase, problemFound, problemStruckOff } from '../testing/facts';
import { given } from '../testing/given';

const circumstance = { kind: 'other', body: '市政府', detail: '启动应急响应' };

byRule('APL-47', {
  fires: [
    [
      'whatever happens around the case goes into its record',
      () => given(problemFound()).when('recordCircumstance', circumstance).then('CircumstanceRecorded').thenRestsOn('APL-47'),
    ],
    [
      'also after the case was closed',
      () =>
        given(...determinedCase(), problemStruckOff, caseClosed)
          .when('recordCircumstance', circumstance)
          .then('CircumstanceRecorded'),
    ],
  ],
  passes: [
    [
      'before the revision of 2021 it does not rest on it',
      () => given(problemFound()).when('recordCircumstance', circumstance, { at: '2021-07-14T09:00:00+08:00' }).thenDoesNotRestOn('APL-47'),
    ],
  ],
});
