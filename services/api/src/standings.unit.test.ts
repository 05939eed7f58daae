import fc from 'fast-check';
import { standingAt, standings, type StandingDocument } from '@liuhen/projections';
import { standingOfCase, type Handed, type OfficialFunction, type RecordedEvent } from '@liuhen/workflows';
import { Matter } from '../../../infra/src/desk/testing/walk';

const NOW = '2024-09-10T12:00:00+08:00';
const picks = fc.array(fc.noBias(fc.nat(1_000_000)), { minLength: 1, maxLength: 60 });
const named = (handed: readonly Handed[]): ReadonlySet<string> =>
  new Set(handed.map(({ function: fn, jurisdiction }) => `${fn} ${jurisdiction}`));

describe('what is kept of a case to tell who cannot have to do with it', () => {
  it('leaves nobody out whom the file itself would let in, wherever the case has gone', () => {
    fc.assert(
      fc.property(picks, (path) => {
        const matter = new Matter(path[0]);
        for (const pick of path) {
          matter.any(pick);
          if (pick % 15 === 0) matter.windUp(pick);
        }
        const document = matter.events.reduce<StandingDocument | undefined>(
          (before, event) => standings.evolve(before, event, 'case-1'),
          undefined,
        );
        if (document === undefined) throw new Error('the case was not opened');
        const [kept, full] = [standingAt(document, NOW), standingOfCase(matter.file, NOW)];

        expect([...named(full.handed)].filter((each) => !named(kept.handed).has(each))).toEqual([]);
        expect(full.parties.filter((each) => !kept.parties.includes(each))).toEqual([]);
        expect({ ...kept, handed: [], parties: [] }).toEqual({ ...full, handed: [], parties: [] });
        expect(document.revision).toBe(matter.events.length - 1);
      }),
      { numRuns: 150 },
    );
  });

  const unit = (fn: OfficialFunction, jurisdiction: string) => ({ organisation: '某单位', function: fn, jurisdiction });
  const [MONITORS, AGENCY, ELSEWHERE] = [unit('monitoringUnit', '370811'), unit('enforcementAgency', '370800'), '370900'];
  const found = {
    type: 'ProblemFound',
    payload: {
      ...{ problemId: 'problem-1', title: '超标', source: 'selfMonitoringCheck', partyId: 'party-1', partyName: '某厂', outletId: null },
      ...{ jurisdiction: '370811', facts: '', foundAt: NOW, suspicionIds: [], reporterAwaitsAnswer: false },
    },
  };
  const clue = {
    type: 'ClueTransferred',
    payload: {
      ...{ clueId: 'clue-1', problemIds: ['problem-1'], from: MONITORS, to: AGENCY, materials: [], verified: false, fraud: false },
      note: null,
    },
  };
  const police = (type: string, policeJurisdiction: string) => ({
    type,
    payload: { transferId: 'transfer-1', policeOrganisation: '公安局', policeJurisdiction, letterNo: null, sentAt: NOW, on: NOW },
  });
  const copied = {
    type: 'TransferCopiedToProcuratorate',
    payload: { transferId: 'transfer-1', procuratorate: '检察院', copiedAt: NOW },
  };

  it.each([
    [
      'a clue whose receiver the superior named',
      [
        clue,
        { type: 'CompetenceDesignated', payload: { clueId: 'clue-1', to: unit('enforcementAgency', ELSEWHERE), docNo: null, reasons: '' } },
      ],
      `enforcementAgency ${ELSEWHERE}`,
    ],
    [
      'another authority',
      [{ type: 'OutsideTransferSent', payload: { outsideId: 'o-1', to: unit('marketRegulator', '370800') } }],
      'marketRegulator 370800',
    ],
    [
      'the police that a transfer was passed on to',
      [police('CaseTransferredToPolice', '370811'), police('TransferPassedOn', ELSEWHERE)],
      `policeAuthority ${ELSEWHERE}`,
    ],
    ['the procuratorate, at the copy', [police('CaseTransferredToPolice', '370811'), copied], 'procuratorate 370811'],
    [
      'the procuratorate where the transfer was passed on after the copy',
      [police('CaseTransferredToPolice', '370811'), copied, police('TransferPassedOn', ELSEWHERE)],
      `procuratorate ${ELSEWHERE}`,
    ],
  ] as const)('names %s', (_whom, facts, receiver) => {
    const events = [found, ...facts].map((fact, revision) => ({ ...fact, stream: 'case-c', revision }) as unknown as RecordedEvent);
    const document = events.reduce<StandingDocument | undefined>((before, event) => standings.evolve(before, event, 'c'), undefined);

    expect([...named(document?.handed ?? [])]).toContain(receiver);
  });
});
