import { ACTS, denialOf, initialSubject, type OfficialFunction } from '..';
import { byRule } from '../testing/by-rule';
import { clueTransferred, ENFORCEMENT, problemFound } from '../testing/facts';
import { A_DAY, actNamed, actorFor, BEIJING, foldOf, JINING } from '../testing/given';
import { FUNCTIONS } from '..';

const scene = (jurisdiction = JINING) => ({ jurisdiction, occurredAt: A_DAY });
const asks = (act: string, fn: OfficialFunction, { of = JINING, at = JINING }: { readonly of?: string; readonly at?: string } = {}) =>
  denialOf(actNamed(act).act, actorFor({ function: fn, jurisdiction: of }), initialSubject('case'), scene(at));

byRule('R-006', {
  fires: [
    [
      'nobody but the enforcement agency investigates, finds and opens a penalty case',
      () => {
        for (const act of ['openInvestigation', 'reportInvestigation', 'openPenaltyCase']) {
          expect(asks(act, 'monitoringUnit')).toMatchObject({ kind: 'denied', code: 'NOT_COMPETENT', rule: 'R-006' });
          expect(asks(act, 'permitDepartment', { of: '220000', at: '220200' })).toMatchObject({
            rule: 'R-006',
            citation: expect.stringContaining('吉环监测字'),
          });
        }
      },
    ],
  ],
  passes: [
    [
      'the enforcement agency does',
      () => {
        expect(asks('reportInvestigation', 'enforcementAgency')).toBeUndefined();
      },
    ],
    [
      'elsewhere the same act is denied by the procedure itself',
      () => {
        expect(asks('reportInvestigation', 'monitoringUnit', { of: BEIJING, at: BEIJING })).toMatchObject({ rule: 'W-10' });
      },
    ],
  ],
});

byRule('R-017', {
  fires: [
    [
      'an act of another function is denied, whichever act it is',
      () => {
        const functions = Object.keys(FUNCTIONS) as readonly OfficialFunction[];
        for (const act of ACTS.flatMap(({ acts }) => acts)) {
          expect(act.by.length).toBeGreaterThan(0);
          const strangers = functions.filter((fn) => !act.by.includes(fn));
          expect(strangers.map((fn) => asks(act.name, fn)?.code)).toEqual(strangers.map(() => 'NOT_COMPETENT'));
        }
        expect(asks('closeCase', 'dischargingEntity')).toMatchObject({
          rule: 'R-017',
          citation: expect.stringContaining('济环字〔2023〕16号'),
        });
      },
    ],
    [
      'and so is one outside the area',
      () => {
        expect(asks('closeCase', 'enforcementAgency', { of: '370100' })).toMatchObject({ code: 'OUT_OF_JURISDICTION', rule: 'W-10' });
      },
    ],
  ],
  passes: [
    [
      'the responsible function acts, in its area and above it',
      () => {
        expect(asks('closeCase', 'enforcementAgency')).toBeUndefined();
        expect(asks('closeCase', 'enforcementAgency', { of: '370000' })).toBeUndefined();
      },
    ],
    [
      'and the unit that a clue was handed to, in a case of another area',
      () => {
        const subject = foldOf('case', [problemFound(), clueTransferred({ to: { ...ENFORCEMENT, jurisdiction: '220100' } })]);
        const there = actorFor({ jurisdiction: '220100' });
        expect(denialOf(actNamed('receiveClue').act, there, subject, scene())).toBeUndefined();
        expect(denialOf(actNamed('receiveClue').act, there, initialSubject('case'), scene())).toMatchObject({
          code: 'OUT_OF_JURISDICTION',
        });
      },
    ],
  ],
});

byRule('W-10', {
  fires: [
    [
      'an act of another function, or of an office of another area, is denied where no place says so itself',
      () => {
        expect(asks('reportInvestigation', 'monitoringUnit', { of: BEIJING, at: BEIJING })).toMatchObject({
          code: 'NOT_COMPETENT',
          rule: 'W-10',
        });
        expect(asks('closeCase', 'enforcementAgency', { of: BEIJING })).toMatchObject({ code: 'OUT_OF_JURISDICTION', rule: 'W-10' });
      },
    ],
  ],
  passes: [
    [
      'its own function in its own area acts',
      () => expect(asks('closeCase', 'enforcementAgency', { of: BEIJING, at: BEIJING })).toBeUndefined(),
    ],
  ],
});
