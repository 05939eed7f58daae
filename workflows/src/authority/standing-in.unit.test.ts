import {
  ACTS,
  actingIn,
  denialOf,
  FUNCTIONS,
  initialSubject,
  type Act,
  type Actor,
  type CaseFile,
  type Facts,
  type OfficialFunction,
  type StreamKind,
  type Subject,
  type TeamMember,
  type UnitState,
} from '..';
import { caseClosed, clueTransferred, ENFORCEMENT, problemFound } from '../testing/facts';
import { A_DAY, actorFor, foldOf, type Fact } from '../testing/given';

const functions = Object.keys(FUNCTIONS) as readonly OfficialFunction[];
const acts = ACTS.flatMap((group) => group.acts.map((act) => ({ kind: group.kind, act })));
const PLACE = '370811';
const AREAS = ['370811', '370800', '370812', '220100'] as const;
const AWAY = '220100';

const DELEGATIONS = ['none', 'head', 'enforcement', 'expired', 'revoked'] as const;
const TEAMS = ['none', 'member', 'expired'] as const;

interface Scene {
  readonly kind: StreamKind;
  readonly act: Act;
  readonly fn: OfficialFunction;
  readonly office: string;
  readonly delegation: (typeof DELEGATIONS)[number];
  readonly team: (typeof TEAMS)[number];
  readonly recused: boolean;
  readonly handed: boolean;
}

/** The oracle: the sentences that an officer would say, with lists of their own. */
const AUTHORITY = ['monitoringUnit', 'monitoringControlCentre', 'permitDepartment', 'enforcementAgency', 'legalReviewer', 'authorityHead'];
const isOver = (office: string): boolean => office === '370811' || office === '370800';
const standsIn: Readonly<Record<Scene['delegation'], (fn: string) => OfficialFunction | null>> = {
  none: () => null,
  expired: () => null,
  revoked: () => null,
  head: (fn) => (AUTHORITY.includes(fn) && fn !== 'legalReviewer' ? 'authorityHead' : null),
  enforcement: (fn) => (fn === 'enforcementAgency' ? 'enforcementAgency' : null),
};
const ONCE_HANDED = ['policeAuthority', 'marketRegulator'];
const isHandedTo = ({ fn, office, handed }: Scene): boolean =>
  handed && office === AWAY && (AUTHORITY.includes(fn) || fn === 'disciplineInspection');
const reachesCase = (scene: Scene): boolean => {
  if (ONCE_HANDED.includes(scene.fn)) return false;

  return isOver(scene.office) || isHandedTo(scene) || (scene.team === 'member' && AUTHORITY.includes(scene.fn));
};
const reachesAlone = (scene: Scene): boolean => {
  if (scene.fn === 'dischargingEntity') return false;

  return scene.kind === 'case' && !scene.act.opens ? reachesCase(scene) : isOver(scene.office);
};
const maySay = (scene: Scene): boolean => {
  if (scene.recused && scene.kind === 'case' && !scene.act.opens) return false;
  const stoodInFor = standsIn[scene.delegation](scene.fn);

  return (scene.act.by.includes(scene.fn) && reachesAlone(scene)) || (stoodInFor !== null && scene.act.by.includes(stoodInFor));
};

const HEAD = { person: 'head', name: '王五' };
const delegated = (fn: OfficialFunction, until: string) =>
  ({
    type: 'FunctionDelegated',
    payload: {
      delegationId: 'delegation-1',
      kind: 'delegated',
      function: fn,
      of: HEAD,
      to: { person: 'officer-1', name: '张三' },
      from: '2024-08-01',
      until,
      reason: '出差',
      docNo: null,
    },
  }) as const;
const UNITS: Readonly<Record<Scene['delegation'], readonly Fact[]>> = {
  none: [],
  head: [delegated('authorityHead', '2024-08-30')],
  enforcement: [delegated('enforcementAgency', '2024-08-30')],
  expired: [delegated('authorityHead', '2024-08-29')],
  revoked: [
    delegated('authorityHead', '2024-08-30'),
    { type: 'DelegationRevoked', payload: { delegationId: 'delegation-1', reason: '返岗' } },
  ],
};
const registered: Fact = { type: 'UnitRegistered', payload: { jurisdiction: PLACE, name: '分局' } };
const units = new Map(DELEGATIONS.map((each) => [each, foldOf('unit', [registered, ...UNITS[each]]).state as UnitState] as const));

const memberAs = (fn: OfficialFunction, jurisdiction: string): TeamMember => ({
  person: 'officer-1',
  name: '张三',
  function: fn,
  jurisdiction,
});
const teamOf = (member: TeamMember, until: string): Fact => ({
  type: 'CaseTeamFormed',
  payload: { kind: 'caseTeam', leader: 'officer-1', members: [member], from: '2024-08-01', until, reason: '案情重大' },
});
const known = new Map<string, Subject>();
const caseOf = ({ fn, office, team, recused, handed }: Omit<Scene, 'act' | 'kind' | 'delegation'>): Subject => {
  const key = [fn, office, team, recused, handed].join();
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = foldOf('case', [
    problemFound({ jurisdiction: PLACE }),
    ...(handed ? [clueTransferred({ to: { ...ENFORCEMENT, jurisdiction: AWAY } })] : []),
    ...(team === 'none' ? [] : [teamOf(memberAs(fn, office), team === 'member' ? '2024-08-30' : '2024-08-29')]),
    ...(recused ? [{ type: 'PersonBarred', payload: { barId: 'bar-1', person: 'officer-1', recordId: 'record-1' } } as const] : []),
  ]);
  known.set(key, made);

  return made;
};

const isAllowed = (scene: Scene): boolean => {
  const { kind, act, fn, office, delegation } = scene;
  const subject = kind === 'case' && !act.opens ? caseOf(scene) : initialSubject(kind);
  const own = actorFor({ function: fn, jurisdiction: office });
  const at = { jurisdiction: PLACE, occurredAt: A_DAY, now: A_DAY, subject: 'plant', speaksFor: [] };
  const facts = (actor: Actor): Facts<unknown> => ({
    ...at,
    actor,
    state: subject.state,
    evidence: [],
    registers: {} as Facts<unknown>['registers'],
  });
  const unit = units.get(delegation) ?? { status: 'unknown' };

  return [own, ...actingIn(own, unit, at)].some(
    (each) => denialOf(act, each, subject, at) === undefined && act.bars?.(facts(each)) === undefined,
  );
};

const BOTH = [false, true] as const;
/** Circumstances of a person, beside function and office. */
const askers = functions.flatMap((fn) => AREAS.flatMap((office) => DELEGATIONS.map((delegation) => ({ fn, office, delegation }))));
/** How a case may stand to the person. */
const standings = TEAMS.flatMap((team) => BOTH.flatMap((recused) => BOTH.map((handed) => ({ team, recused, handed }))));
const NO_CASE = [{ team: 'none', recused: false, handed: false }] as const;

const scenesOf = ({ kind, act }: Pick<Scene, 'kind' | 'act'>): readonly Scene[] =>
  askers.flatMap((asker) =>
    (kind === 'case' && !act.opens ? standings : NO_CASE).map((standing) => ({ kind, act, ...asker, ...standing })),
  );

describe('every act × function × area × delegation × team × recusal × hand-over, against an oracle of its own', () => {
  it('is allowed and denied alike', () => {
    let count = 0;
    const wrong: string[] = [];
    for (const scene of acts.flatMap(scenesOf)) {
      count += 1;
      const { act, fn, office, delegation, team, recused, handed } = scene;
      if (isAllowed(scene) !== maySay(scene)) wrong.push([act.name, fn, office, delegation, team, recused, handed].join(' '));
    }
    process.stdout.write(`authority: ${count} combinations with delegation, team and recusal held against the oracle\n`);

    expect(wrong.slice(0, 20)).toEqual([]);
    expect(count).toBeGreaterThan(500_000);
  });
});

/** What still moves on a case that stands still, as the rules have it (W-04, W-41, W-42, O-46). */
const STILL: readonly (readonly [string, readonly Fact[], readonly string[]])[] = [
  ['not opened', [], []],
  ['closed', [problemFound(), caseClosed], ['reopenCase', 'barPerson', 'openOversight', 'recordCircumstance']],
  ['merged', [problemFound(), { type: 'CaseMerged', payload: { into: 'case-2', reason: '同一企业', problemIds: [] } }], []],
  [
    'transferred',
    [problemFound(), { type: 'CaseHandedOver', payload: { clueId: 'clue-1', to: ENFORCEMENT, reason: '管辖', problemIds: [] } }],
    ['takeBackCase'],
  ],
];

describe('the stage of a case', () => {
  it.each(STILL)('%s leaves the acts open that the rules name, to whomever', (_stage, history, left) => {
    const { state } = foldOf('case', history);
    const open = acts.filter(({ kind, act }) => kind === 'case' && !act.opens && act.targets(state as CaseFile).length > 0);

    expect(open.map(({ act }) => act.name).sort()).toEqual([...left].sort());
  });
});
