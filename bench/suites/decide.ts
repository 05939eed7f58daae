import { EventSourcedDesk, openSqliteEventStore } from '@liuhen/infra';
import {
  ACTS,
  decide,
  evolveSubject,
  FUNCTIONS,
  initialCase,
  initialDiscipline,
  initialInterference,
  initialOutlet,
  initialReport,
  initialParty,
  initialUnit,
  initialPerson,
  initialSubject,
  streamOf,
  type Act,
  type Facts,
  type OfficialFunction,
  type RecordedEvent,
} from '@liuhen/workflows';
import { inFolder } from '../harness/folder';
import { atMost, median, type Measurement, type Suite } from '../harness/measurement';
import { OFFICER } from '../history/events';
import { caseIdOf, eventsOfCase } from '../history/fill';

const SUITE = 'decide';
const EVENTS = 500;
const ROUNDS = 300;
const WARM_UP = 100;
const DECIDE_MILLISECONDS = 1;
const AVAILABLE_MILLISECONDS = 5;
const NOW = '2024-11-01T09:00:00+08:00';

const HISTORY = eventsOfCase(1, EVENTS).map((event, revision): RecordedEvent => ({
  ...event,
  stream: streamOf('case', caseIdOf(1)),
  revision,
  position: revision + 1,
}));

const REPORT = {
  taskOrderNo: '任1号',
  reportNo: 'JC-1',
  issuedBy: '某某检测',
  issuedOn: '2024-10-30',
  standard: 'HJ 828-2017',
  sampledAt: NOW,
  sampler: { person: 'a', name: '甲' },
  analyst: { person: 'b', name: '乙' },
  reviewer: { person: 'c', name: '丙' },
  signatory: { person: 'd', name: '丁' },
  values: [{ pollutant: 'w01018', value: '80', unit: 'mg/L', limit: '50' }],
};

/** An act that asks for every blocker of the case, one with many guards, one that only adds a line. */
const WANTED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  closeCase: { summary: '结案' },
  recordMonitoringReport: REPORT,
  giveFeedback: { clueId: 'clue-1', to: 'permitDepartment', content: '已办' },
};

const wantedActs: readonly Act[] = ACTS.flatMap(({ acts }) => acts).filter(({ name }) => Object.hasOwn(WANTED, name));

const folded = () => HISTORY.reduce(evolveSubject, initialSubject('case')).state;

const factsOn = (state: unknown): Facts<unknown> => ({
  state,
  actor: OFFICER,
  subject: caseIdOf(1),
  occurredAt: NOW,
  now: NOW,
  jurisdiction: OFFICER.jurisdiction,
  evidence: [],
  registers: {
    party: () => initialParty,
    outlet: () => initialOutlet,
    case: () => initialCase,
    unit: () => initialUnit,
    person: () => initialPerson,
    interference: () => initialInterference,
    discipline: () => initialDiscipline,
    report: () => initialReport,
  },
});

const millisecondsOf = async (work: () => unknown): Promise<number> => {
  const times: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const began = performance.now();
    await work();
    if (round >= WARM_UP) times.push(performance.now() - began);
  }

  return median(times);
};

const slowest = async (stateOf: () => unknown): Promise<number> => {
  const times: number[] = [];
  for (const act of wantedActs) times.push(await millisecondsOf(() => decide(act, WANTED[act.name] ?? {}, factsOn(stateOf()))));

  return Math.max(...times);
};

/** Every act of the product, shown to whichever function waits longest for it. */
const availableMilliseconds = (): Promise<number> =>
  inFolder(async (folder) => {
    const store = await openSqliteEventStore({ folder });
    try {
      await store.append(streamOf('case', caseIdOf(1)), eventsOfCase(1, EVENTS), 'none');
      const desk = new EventSourcedDesk({ store, now: () => NOW });
      const times: number[] = [];
      for (const fn of Object.keys(FUNCTIONS) as OfficialFunction[]) {
        times.push(await millisecondsOf(() => desk.availableActs('case', caseIdOf(1), { ...OFFICER, function: fn })));
      }

      return Math.max(...times);
    } finally {
      await store.close();
    }
  });

const within = (zh: string, en: string, ours: number, limit: number): Measurement =>
  atMost({ suite: SUITE, measure: { zh, en }, ours, peer: limit, unit: 'ms', target: 1 });

/** What the law itself costs on a long case: one decision, and the list of what may be done next. */
export const decideSuite: Suite = async () => {
  const state = folded();

  return [
    within(`${EVENTS} 个事件的案件判断一次`, 'one decision on a case of 500 events, warm', await slowest(() => state), DECIDE_MILLISECONDS),
    within(
      `${EVENTS} 个事件从头折叠并判断`,
      'the same with the whole history folded anew each time',
      await slowest(folded),
      DECIDE_MILLISECONDS,
    ),
    within('可办事项（全部行为）', 'available acts, all acts', await availableMilliseconds(), AVAILABLE_MILLISECONDS),
  ];
};
