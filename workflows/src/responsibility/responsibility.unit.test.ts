import { byRule } from '../testing/by-rule';
import { tiesAfter } from '../testing/duties';
import { determinedCase, partyRegistered, problemFound } from '../testing/facts';
import { given, type Fact } from '../testing/given';

const UNDER_THE_CODE = { at: '2026-09-10T09:00:00+08:00' };
const registers = { parties: { plant: [partyRegistered()] } };
const naming = {
  problemIds: ['problem-1'],
  partyId: 'plant',
  name: '孙四',
  post: 'directlyResponsibleManager',
  involvement: 'execution',
  facts: '篡改监测数据',
} as const;
const named: Fact = { type: 'ResponsiblePersonNamed', payload: { ...naming, person: null } };

byRule('CODE-1088', {
  fires: [
    [
      'under the code each responsible person of a unit that falsifies data is named',
      () =>
        given(...determinedCase())
          .when('nameResponsiblePerson', naming, { ...registers, ...UNDER_THE_CODE })
          .thenRecorded(named)
          .thenRestsOn('CODE-1088'),
    ],
  ],
  passes: [
    [
      'before the code it does not rest on it',
      () =>
        given(...determinedCase())
          .when('nameResponsiblePerson', naming, registers)
          .thenDoesNotRestOn('CODE-1088'),
    ],
  ],
});

byRule('W-13', {
  fires: [
    [
      'whoever is named answers for the problem, whatever the place',
      () =>
        expect(tiesAfter([...determinedCase(), named], { of: '110000' })).toEqual(
          expect.arrayContaining([
            expect.objectContaining({ role: 'directlyResponsibleManager', what: expect.stringContaining('problem-1') as string }),
          ]),
        ),
    ],
  ],
  passes: [
    [
      'where nobody was named nobody is tied',
      () => expect(tiesAfter([problemFound()]).filter(({ role }) => role === 'directlyResponsibleManager')).toEqual([]),
    ],
  ],
});
