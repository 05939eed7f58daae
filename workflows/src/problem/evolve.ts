import { caseSlice, type Envelope } from '../case/slice';
import { changeItem, stepOf } from '../kernel/step';
import type { InvestigationEvent, ProblemFinding } from '../investigation/events';
import type { CloseOutEvent } from '../close-out/events';
import type { ProblemEvent, ProblemGrading, ProblemSource } from './events';
import type { CaseLink, HandedDown, MachineCheck } from './origin';
import { problemProcedure, type ProblemStatus } from './machine';

/** A finding as it is kept; what older events did not say yet is empty. */
export type DeterminedFinding = Required<Omit<ProblemFinding, 'problemId'>>;

const UNSAID = {
  elements: [],
  methods: [],
  forms: [],
  actedOn: null,
  crimeReasons: null,
  responsible: [],
  partyKind: null,
  heavierPenalty: false,
} as const;

export interface Problem {
  readonly id: string;
  readonly status: ProblemStatus;
  readonly title: string;
  readonly source: ProblemSource;
  readonly partyId: string;
  readonly partyName: string;
  readonly outletId: string | null;
  readonly facts: string;
  readonly foundAt: string;
  readonly suspicionIds: readonly string[];
  readonly reporterAwaitsAnswer: boolean;
  /** When it was put on record, ISO instant. */
  readonly recordedAt: string;
  readonly origin: HandedDown | null;
  readonly machine: MachineCheck | null;
  readonly openedFrom: CaseLink | null;
  readonly adoptedFrom: CaseLink | null;
  /** Found by the enforcement agency itself on its own ground, so that there is nobody to hand the clue over. */
  readonly ownFinding: boolean;
  /** 督促整改 is on record. */
  readonly urged: boolean;
  readonly grading: ProblemGrading | null;
  readonly finding: DeterminedFinding | null;
  readonly result: string | null;
}

const step = stepOf(problemProcedure);

/** The investigation report gives each problem its finding; a later report replaces an earlier one. */
const determined = (problems: readonly Problem[], findings: readonly ProblemFinding[]): readonly Problem[] =>
  findings.reduce(
    (all, { problemId, ...finding }) =>
      changeItem(all, problemId, (problem) => ({
        ...problem,
        status: step(problem.status, 'InvestigationReported'),
        finding: { ...UNSAID, ...finding },
      })),
    problems,
  );

/** A reopened case takes its struck-off problems up again. */
const takenUpAgain = (problems: readonly Problem[]): readonly Problem[] =>
  problems.map((problem) => ({ ...problem, status: step(problem.status, 'CaseReopened'), result: null }));

/** A problem follows its own events, the investigation's findings and the reopening of the case. */
type Heard =
  ProblemEvent | Extract<InvestigationEvent, { type: 'InvestigationReported' }> | Extract<CloseOutEvent, { type: 'CaseReopened' }>;

type Found = Extract<ProblemEvent, { type: 'ProblemFound' }>['payload'];

/** What the monitoring side finds is handed over by a clue, whoever enters it. */
const OF_MONITORING: readonly ProblemSource[] = [
  'enforcementMonitoring',
  'selfMonitoringCheck',
  'automaticData',
  'comparisonTest',
  'labPlatform',
];

const isOwnFinding = ({ payload, actor }: Extract<ProblemEvent, { type: 'ProblemFound' }> & Envelope): boolean =>
  actor.function === 'enforcementAgency' && !OF_MONITORING.includes(payload.source);

/** What later versions of the event say beside the rest. */
const provenanceOf = ({ origin, machine, openedFrom, adoptedFrom }: Found) => ({
  origin: origin ?? null,
  machine: machine ?? null,
  openedFrom: openedFrom ?? null,
  adoptedFrom: adoptedFrom ?? null,
  urged: false,
});

const urged = (problems: readonly Problem[], ids: readonly string[]): readonly Problem[] =>
  problems.map((problem) => (ids.includes(problem.id) ? { ...problem, urged: true } : problem));

const evolveProblems = (problems: readonly Problem[], event: Heard & Envelope): readonly Problem[] => {
  switch (event.type) {
    case 'ProblemFound': {
      const { problemId, title, source, partyId, partyName, outletId, facts, foundAt, suspicionIds, reporterAwaitsAnswer } = event.payload;
      const known = {
        title,
        source,
        partyId,
        partyName,
        outletId,
        facts,
        foundAt,
        suspicionIds,
        reporterAwaitsAnswer,
        recordedAt: event.occurredAt,
      };

      return [
        ...problems,
        {
          id: problemId,
          status: problemProcedure.initial,
          ...known,
          ...provenanceOf(event.payload),
          ownFinding: isOwnFinding(event),
          grading: null,
          finding: null,
          result: null,
        },
      ];
    }
    case 'ProblemGraded': {
      const { problemId, grade, category } = event.payload;

      return changeItem(problems, problemId, (problem) => ({ ...problem, grading: { grade, category } }));
    }
    case 'ProblemStruckOff':
      return changeItem(problems, event.payload.problemId, (problem) => ({
        ...problem,
        status: step(problem.status, event.type),
        result: event.payload.result,
      }));
    case 'FindingForwarded':
      return problems;
    case 'RectificationUrged':
      return urged(problems, event.payload.problemIds);
    case 'InvestigationReported':
      return determined(problems, event.payload.findings);
    case 'CaseReopened':
      return takenUpAgain(problems);
  }
};

export const problemSlice = caseSlice<readonly Problem[], Heard>({
  initial: [],
  events: {
    ProblemFound: true,
    ProblemGraded: true,
    FindingForwarded: true,
    RectificationUrged: true,
    ProblemStruckOff: true,
    InvestigationReported: true,
    CaseReopened: true,
  },
  evolve: evolveProblems,
});
