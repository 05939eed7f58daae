import {
  ACTS,
  denialOf,
  FUNCTIONS,
  initialSubject,
  REACH,
  relationsOf,
  suffices,
  type Act,
  type OfficialFunction,
  type StreamKind,
  type Subject,
} from '..';
import { byRule } from '../testing/by-rule';
import { clueTransferred, ENFORCEMENT, penaltyOpened, problemFound } from '../testing/facts';
import { A_DAY, actNamed, actorFor, foldOf } from '../testing/given';

const functions = Object.keys(FUNCTIONS) as readonly OfficialFunction[];
const acts = ACTS.flatMap((group) => group.acts.map((act) => ({ kind: group.kind, act })));

/** The areas of a tree of offices, and where the case lies in it. */
const PLACE = '370811';
const AREAS = {
  itself: '370811',
  city: '370800',
  province: '370000',
  state: '000000',
  sister: '370812',
  otherCity: '370900',
  away: '220100',
};

/**
 * The oracle: written as an officer would say it, from the issue and the rules, and not from the table.
 * Codes are compared as numbers here, and by prefix in the product.
 */
const isOver = (office: string, place: string): boolean => {
  const [own, at] = [Number(office), Number(place)];
  const unit = [1_000_000, 10_000, 100, 1].find((size) => own % size === 0) ?? 1;

  return own === 0 || Math.floor(own / unit) === Math.floor(at / unit);
};

const OFFICES: readonly string[] = [
  'monitoringUnit',
  'monitoringControlCentre',
  'permitDepartment',
  'enforcementAgency',
  'legalReviewer',
  'authorityHead',
];

interface Scene {
  readonly fn: OfficialFunction;
  readonly office: string;
  /** To whom it was handed, if at all. */
  readonly to: { readonly fn: OfficialFunction; readonly area: string } | null;
  readonly isOwnParty: boolean;
  readonly onCase: boolean;
}

const isHandedTo = ({ fn, office, to }: Pick<Scene, 'fn' | 'office' | 'to'>): boolean => {
  if (to === null || !isOver(office, to.area)) return false;

  return to.fn === fn || (OFFICES.includes(to.fn) && (OFFICES.includes(fn) || fn === 'disciplineInspection'));
};

const maySay = ({ isOwnParty, onCase, ...asker }: Scene): boolean => {
  if (asker.fn === 'dischargingEntity') return isOwnParty;
  // Both learn of a case by its hand-over, and act on none before.
  if ((asker.fn === 'policeAuthority' || asker.fn === 'marketRegulator') && onCase) return isHandedTo(asker);

  return isOver(asker.office, PLACE) || isHandedTo(asker);
};

const HANDED: readonly Scene['to'][] = [
  null,
  { fn: 'enforcementAgency', area: AREAS.away },
  { fn: 'policeAuthority', area: AREAS.city },
  { fn: 'marketRegulator', area: AREAS.otherCity },
];

const history = (to: Scene['to']) => [
  problemFound(),
  ...(to === null ? [] : [clueTransferred({ to: { ...ENFORCEMENT, function: to.fn, jurisdiction: to.area } })]),
];

const subjects = new Map(HANDED.map((to) => [to, foldOf('case', history(to))] as const));
const caseHandedTo = (to: Scene['to']): Subject => subjects.get(to) ?? initialSubject('case');

interface Combination extends Scene {
  readonly kind: StreamKind;
  readonly act: Act;
}

const speaking = (fn: OfficialFunction): readonly boolean[] => (fn === 'dischargingEntity' ? [true, false] : [false]);

/** Every way in which an act can be asked for, as far as authority looks at it. */
const combinations: readonly Combination[] = acts.flatMap(({ kind, act }) => {
  const onCase = kind === 'case' && !act.opens;
  const hasParty = kind === 'party' || kind === 'outlet' || onCase;

  return functions.flatMap((fn) =>
    Object.values(AREAS).flatMap((office) =>
      (onCase ? HANDED : [null]).flatMap((to) =>
        speaking(fn).map((own) => ({ kind, act, fn, office, to, isOwnParty: own && hasParty, onCase })),
      ),
    ),
  );
});

const isAllowed = ({ kind, act, fn, office, to, isOwnParty, onCase }: Combination): boolean =>
  denialOf(act, actorFor({ function: fn, jurisdiction: office }), onCase ? caseHandedTo(to) : initialSubject(kind), {
    jurisdiction: PLACE,
    occurredAt: A_DAY,
    subject: kind === 'outlet' ? 'plant.1' : 'plant',
    speaksFor: [isOwnParty ? 'plant' : 'another'],
  }) === undefined;

describe('every act × function × area × hand-over × party, against the oracle', () => {
  it('is allowed and denied alike', () => {
    const wrong = combinations.filter((each) => isAllowed(each) !== (each.act.by.includes(each.fn) && maySay(each)));
    process.stdout.write(
      `authority: ${combinations.length} combinations of act, function, area, hand-over and party held against the oracle\n`,
    );

    expect(wrong.map(({ act, fn, office, to }) => [act.name, fn, office, to])).toEqual([]);
    expect(combinations.length).toBeGreaterThan(100_000);
  });

  const READERS: readonly string[] = [...OFFICES, 'policeAuthority', 'procuratorate', 'marketRegulator', 'disciplineInspection'];
  const ONCE_HANDED: readonly string[] = ['policeAuthority', 'procuratorate', 'marketRegulator'];
  const reading = functions.flatMap((fn) => Object.values(AREAS).flatMap((office) => HANDED.map((to) => ({ fn, office, to }))));

  it.each(reading)('$fn of $office reads the file of a case handed to $to.fn, or does not', ({ fn, office, to }) => {
    const handed = to === null ? [] : [{ function: to.fn, jurisdiction: to.area }];
    const held = relationsOf({ person: 'officer-1', function: fn, jurisdiction: office }, { jurisdiction: PLACE, handed, parties: [] });
    const isTheirs = isHandedTo({ fn, office, to }) || (!ONCE_HANDED.includes(fn) && isOver(office, PLACE));

    expect(suffices(REACH[fn].reads, held)).toBe(READERS.includes(fn) && isTheirs);
  });
});

describe('a party', () => {
  const two = foldOf('case', [
    problemFound(),
    penaltyOpened({ partyId: 'plant' }),
    penaltyOpened({ penaltyId: 'penalty-2', partyId: 'operator' }),
  ]);
  const asks = (item: string, speaksFor: readonly string[]) =>
    denialOf(actNamed('waiveStatement').act, actorFor({ function: 'dischargingEntity', jurisdiction: AREAS.away }), two, {
      jurisdiction: PLACE,
      occurredAt: A_DAY,
      subject: 'case-1',
      item,
      speaksFor,
    })?.code;

  it('acts in its own proceeding, and not in that of another party of the same case', () => {
    expect(asks('penalty-1', ['plant'])).toBeUndefined();
    expect(asks('penalty-2', ['plant'])).toBe('NOT_OWN_PARTY');
    expect(asks('penalty-2', ['operator'])).toBeUndefined();
    expect(asks('penalty-1', [])).toBe('NOT_OWN_PARTY');
  });
});

byRule('R-017', {
  fires: [
    [
      'an office that a clue of another function was handed to is denied too',
      () => {
        const subject = caseHandedTo(HANDED[2] ?? null);
        const there = actorFor({ function: 'enforcementAgency', jurisdiction: AREAS.otherCity });
        expect(denialOf(actNamed('closeCase').act, there, subject, { jurisdiction: PLACE, occurredAt: A_DAY })).toMatchObject({
          code: 'OUT_OF_JURISDICTION',
        });
      },
    ],
  ],
  passes: [
    [
      'the police act on what was handed to them',
      () => {
        const subject = caseHandedTo(HANDED[2] ?? null);
        const police = actorFor({ function: 'policeAuthority', jurisdiction: AREAS.city });
        expect(denialOf(actNamed('receiveClue').act, police, subject, { jurisdiction: PLACE, occurredAt: A_DAY })).toBeUndefined();
      },
    ],
  ],
});
