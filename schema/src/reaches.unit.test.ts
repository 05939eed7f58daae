import { FUNCTIONS, type Actor, type OfficialFunction } from '@liuhen/workflows';
import type { Limit, Scope } from '@liuhen/projections';
import { boundsOf, FILES, REACHES, scopesOf, viewersOf, VIEWS, type Right } from './authority';

const functions = Object.keys(FUNCTIONS) as readonly OfficialFunction[];
const AREAS = ['000000', '370000', '370800', '370811', '370900'] as const;

/** One row of some list, with everything that any bound looks at. */
interface Row {
  readonly place: string;
  readonly caseId: string;
  readonly confidential: boolean;
  readonly owedBy: OfficialFunction;
  readonly sides: readonly OfficialFunction[];
  readonly recordedBy: string;
  readonly answers: string;
  readonly copied: boolean;
  readonly courtArea: string | null;
  readonly court: string;
}

const either = <T>(...values: readonly T[]): readonly T[] => values;
const rows: readonly Row[] = either('370811', '370900').flatMap((place) =>
  either(true, false).flatMap((confidential) =>
    either<OfficialFunction>('enforcementAgency', 'policeAuthority').flatMap((owedBy) =>
      either('me', 'other').flatMap((person) =>
        either(true, false).flatMap((copied) =>
          either(null, '370800', '370900').flatMap((courtArea) =>
            either('某法院', '别的法院').flatMap((court) =>
              either('case-1', 'case-2').map((caseId) => ({
                ...{ place, caseId, confidential, owedBy, copied, courtArea, court },
                sides: [owedBy, 'disciplineInspection'] as const,
                recordedBy: person,
                answers: person,
              })),
            ),
          ),
        ),
      ),
    ),
  ),
);

/** What each limit says, in so many words. */
const LIMITS: { readonly [L in Limit]-?: (asked: NonNullable<Scope[L]>, row: Row) => boolean } = {
  area: (area, { place }) => isOver(area, place),
  cases: (cases, { caseId }) => cases.includes(caseId),
  owedBy: (fn, { owedBy }) => fn === owedBy,
  side: (side, { sides, place }) => sides.some((fn) => areasOver(place).some((area) => side === `${fn} ${area}`)),
  recordedBy: (person, { recordedBy }) => person === recordedBy,
  answers: (person, { answers }) => person === answers,
  copied: (_copied, { copied }) => copied,
  courtArea: (area, { courtArea }) => area === courtArea,
  courtNamed: (name, { courtArea, court }) => courtArea === null && name === court,
  open: (_open, { confidential }) => !confidential,
};

const isPart = (scope: Scope, row: Row): boolean =>
  (Object.keys(scope) as readonly Limit[]).every((limit) => scope[limit] === null || LIMITS[limit](scope[limit] as never, row));

/** The oracle: the sentences that an officer would say, with lists of their own. */
const OVER: Readonly<Record<string, readonly string[]>> = {
  '000000': ['370811', '370900'],
  '370000': ['370811', '370900'],
  '370800': ['370811'],
  '370811': ['370811'],
  '370900': ['370900'],
};
const isOver = (area: string, place: string): boolean => OVER[area]?.includes(place) ?? false;
const areasOver = (place: string): readonly string[] => AREAS.filter((area) => isOver(area, place));

const OFFICES = ['monitoringUnit', 'monitoringControlCentre', 'permitDepartment', 'enforcementAgency', 'legalReviewer', 'authorityHead'];
const BODIES = ['policeAuthority', 'procuratorate', 'marketRegulator'];

interface Asker {
  readonly fn: OfficialFunction;
  readonly office: string;
  readonly onTeamOf: readonly string[];
  readonly asksAfter: string | null;
}

type Says = (asker: Asker, row: Row) => boolean;

const inArea: Says = ({ office }, { place }) => isOver(office, place);
const onTeam: Says = ({ fn, onTeamOf }, { caseId }) => OFFICES.includes(fn) && onTeamOf.includes(caseId);
const areaOrTeam: Says = (asker, row) => inArea(asker, row) || onTeam(asker, row);

const courtOf: Says = ({ office }, { place, courtArea, court }) =>
  courtArea === null ? court === '某法院' && isOver(office, place) : courtArea === office;

const SENTENCES: Readonly<Partial<Record<Right, Says>>> = {
  caseList: areaOrTeam,
  issueLedger: areaOrTeam,
  fraudReportUpward: areaOrTeam,
  fraudDisclosure: areaOrTeam,
  typicalCases: areaOrTeam,
  // The authority and its inspectors: all that is not confidential, and what they are a side of; the bodies outside: the latter alone.
  outstandingHandoffs: (asker, row) =>
    (inArea(asker, row) && row.sides.includes(asker.fn)) || (!BODIES.includes(asker.fn) && !row.confidential && areaOrTeam(asker, row)),
  // O-26: what is owed on an interference is for the discipline inspection only.
  openObligations: (asker, row) => {
    if (asker.fn === 'disciplineInspection') return inArea(asker, row);
    if (BODIES.includes(asker.fn)) return inArea(asker, row) && row.owedBy === asker.fn && !row.confidential;

    return !row.confidential && areaOrTeam(asker, row);
  },
  //
  transferredCases: (asker, row) => {
    if (asker.fn === 'procuratorate') return inArea(asker, row) && row.copied;

    return asker.fn === 'court' ? courtOf(asker, row) : areaOrTeam(asker, row);
  },
  caseTransferred: (asker, row) => inArea(asker, row) && (asker.fn !== 'procuratorate' || row.copied),
  // answerable for life, wherever they went.
  liabilityTrace: (asker, row) => inArea(asker, row) || asker.asksAfter === row.answers,
  // An inspector's package of files: those of the area, whatever was done, by whomever.
  exportForAudit: inArea,
  interferenceTrail: (asker, row) => (asker.fn === 'disciplineInspection' ? inArea(asker, row) : row.recordedBy === 'me'),
};

/** Questions that are held to no list: by the relation to one case, to what one opened, or about no case at all. */
const OF_NO_LIST: readonly Right[] = [
  'me',
  'availableActs',
  'caseFile',
  'auditTrail',
  'signatures',
  'knowledge',
  'openedParticulars',
  'rules',
  'errorCodes',
  'caseChanged',
  'uploadEvidence',
  'downloadEvidence',
];

describe('how far each question reaches, against an oracle of its own', () => {
  const views = (Object.keys({ ...VIEWS, ...FILES }) as readonly Right[]).filter((view) => !OF_NO_LIST.includes(view));

  const askers: readonly (Asker & { readonly view: Right })[] = views.flatMap((view) =>
    viewersOf(view).flatMap((fn) =>
      AREAS.flatMap((office) =>
        either<readonly string[]>([], ['case-1']).flatMap((onTeamOf) =>
          either(null, 'other').map((asksAfter) => ({ view, fn, office, onTeamOf, asksAfter })),
        ),
      ),
    ),
  );
  const toldTo = ({ view, fn, office, onTeamOf, asksAfter }: (typeof askers)[number]): readonly Scope[] => {
    const actor: Actor = { person: 'me', name: '某', organisation: '某法院', office: '', function: fn, jurisdiction: office };

    return scopesOf(view, actor, { teamCases: onTeamOf, asksAfter });
  };

  it('is as the sentences have it, for every question × function × office × team × person asked after × row', () => {
    const wrong = askers.flatMap((asker) => {
      const [scopes, says] = [toldTo(asker), SENTENCES[asker.view] ?? inArea];

      return rows
        .filter((row) => scopes.some((scope) => isPart(scope, row)) !== says(asker, row))
        .map((row) => `${asker.view} ${asker.fn} ${asker.office} ${JSON.stringify(row)}`);
    });
    const count = askers.length * rows.length;
    process.stdout.write(`reaches: ${count} combinations of question, function, office, team, person and row held against the oracle\n`);

    expect(wrong.slice(0, 5)).toEqual([]);
    expect(count).toBeGreaterThan(500_000);
  });

  it.each(OF_NO_LIST)('%s has no list to filter', (view) => {
    expect(functions.flatMap((fn) => boundsOf(view, fn)).every((bound) => ['none', 'case', 'opened'].includes(bound))).toBe(true);
  });

  it('has a row for each question, and for each thing that may be done with the files', () => {
    expect(Object.keys(REACHES).sort()).toEqual(Object.keys({ ...VIEWS, ...FILES }).sort());
  });
});
