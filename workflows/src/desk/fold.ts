import { evolve as evolveCase, type CaseFact } from '../case/evolve';
import { initialState as initialCase, type CaseState } from '../case/state';
import { evolve as evolveDiscipline, initialState as initialDiscipline, type DisciplineState } from '../discipline/evolve';
import type { DisciplineEvent } from '../discipline/events';
import { evolve as evolveSupervision, initialState as initialSupervision, type SupervisionState } from '../supervision/evolve';
import type { SupervisionEvent } from '../supervision/events';
import { evolve as evolveReport, initialState as initialReport, type ReportState } from '../public-report/evolve';
import type { ReportEvent } from '../public-report/events';
import { evolve as evolveCredit, initialState as initialCredit, type CreditState } from '../credit/evolve';
import type { CreditEvent } from '../credit/events';
import { evolve as evolvePublication, initialState as initialPublication, type PublicationState } from '../publication/evolve';
import type { PublicationEvent } from '../publication/events';
import type { CalendarEvent } from '../holiday-notice/events';
import { evolve as evolveCalendar, initialState as initialCalendar, type CalendarState } from '../holiday-notice/state';
import {
  evolve as evolveInterference,
  initialState as initialInterference,
  type InterferenceFact,
  type InterferenceState,
} from '../interference/evolve';
import type { RecordedEvent } from '../kernel/event';
import { LiuhenError } from '../kernel/errors';
import type { LabInspectionEvent } from '../lab-inspection/events';
import { evolve as evolveLabInspection, initialState as initialLabInspection, type LabInspectionState } from '../lab-inspection/state';
import type { StreamKind } from '../kernel/streams';
import { evolve as evolveOutlet } from '../monitoring/evolve';
import type { MonitoringEvent } from '../monitoring/events';
import { initialState as initialOutlet, type OutletState } from '../monitoring/state';
import type { PartyEvent } from '../party/events';
import { evolve as evolveUnit, initialState as initialUnit, type UnitState } from '../unit/state';
import type { UnitEvent } from '../unit/events';
import { evolve as evolveParty, initialState as initialParty, type PartyState } from '../party/state';
import type { PersonEvent } from '../person/events';
import { evolve as evolvePerson, initialState as initialPerson, type PersonState } from '../person/state';

/** State of a stream that acts can be done on. */
export type Subject =
  | { readonly kind: 'case'; readonly state: CaseState }
  | { readonly kind: 'interference'; readonly state: InterferenceState }
  | { readonly kind: 'party'; readonly state: PartyState }
  | { readonly kind: 'person'; readonly state: PersonState }
  | { readonly kind: 'labInspection'; readonly state: LabInspectionState }
  | { readonly kind: 'outlet'; readonly state: OutletState }
  | { readonly kind: 'discipline'; readonly state: DisciplineState }
  | { readonly kind: 'supervision'; readonly state: SupervisionState }
  | { readonly kind: 'report'; readonly state: ReportState }
  | { readonly kind: 'credit'; readonly state: CreditState }
  | { readonly kind: 'publication'; readonly state: PublicationState }
  | { readonly kind: 'calendar'; readonly state: CalendarState }
  | { readonly kind: 'unit'; readonly state: UnitState };

export const initialSubject = (kind: StreamKind): Subject => {
  switch (kind) {
    case 'case':
      return { kind, state: initialCase };
    case 'interference':
      return { kind, state: initialInterference };
    case 'party':
      return { kind, state: initialParty };
    case 'person':
      return { kind, state: initialPerson };
    case 'labInspection':
      return { kind, state: initialLabInspection };
    case 'outlet':
      return { kind, state: initialOutlet };
    case 'discipline':
      return { kind, state: initialDiscipline };
    case 'supervision':
      return { kind, state: initialSupervision };
    case 'report':
      return { kind, state: initialReport };
    case 'credit':
      return { kind, state: initialCredit };
    case 'publication':
      return { kind, state: initialPublication };
    case 'calendar':
      return { kind, state: initialCalendar };
    case 'unit':
      return { kind, state: initialUnit };
    case 'refusals':
    case 'records':
    case 'clock':
      throw new LiuhenError('UNKNOWN_ID', `no act is done on a stream of kind ${kind}`);
  }
};

/** The log gives events without their union; the name of the stream says which union it is. */
export const evolveSubject = (subject: Subject, event: RecordedEvent): Subject => {
  switch (subject.kind) {
    case 'case':
      return { kind: 'case', state: evolveCase(subject.state, event as RecordedEvent & CaseFact) };
    case 'interference':
      return { kind: 'interference', state: evolveInterference(subject.state, event as RecordedEvent & InterferenceFact) };
    case 'party':
      return { kind: 'party', state: evolveParty(subject.state, event as RecordedEvent & PartyEvent) };
    case 'person':
      return { kind: 'person', state: evolvePerson(subject.state, event as RecordedEvent & PersonEvent) };
    case 'labInspection':
      return { kind: 'labInspection', state: evolveLabInspection(subject.state, event as RecordedEvent & LabInspectionEvent) };
    case 'outlet':
      return { kind: 'outlet', state: evolveOutlet(subject.state, event as RecordedEvent & MonitoringEvent) };
    case 'discipline':
      return { kind: 'discipline', state: evolveDiscipline(subject.state, event as RecordedEvent & DisciplineEvent) };
    case 'supervision':
      return { kind: 'supervision', state: evolveSupervision(subject.state, event as RecordedEvent & SupervisionEvent) };
    case 'report':
      return { kind: 'report', state: evolveReport(subject.state, event as RecordedEvent & ReportEvent) };
    case 'credit':
      return { kind: 'credit', state: evolveCredit(subject.state, event as RecordedEvent & CreditEvent) };
    case 'publication':
      return { kind: 'publication', state: evolvePublication(subject.state, event as RecordedEvent & PublicationEvent) };
    case 'calendar':
      return { kind: 'calendar', state: evolveCalendar(subject.state, event as RecordedEvent & CalendarEvent) };
    case 'unit':
      return { kind: 'unit', state: evolveUnit(subject.state, event as RecordedEvent & UnitEvent) };
  }
};

/** Where the thing lies, as far as its own history says; null where only its input or party can tell. */
export const placeOf = (subject: Subject): string | null => {
  switch (subject.kind) {
    case 'case':
    case 'interference':
    case 'labInspection':
    case 'discipline':
    case 'supervision':
    case 'report':
    case 'credit':
    case 'publication':
      return subject.state.status === 'none' ? null : subject.state.jurisdiction;
    case 'party':
    case 'unit':
    case 'person':
      return subject.state.status === 'unknown' ? null : subject.state.jurisdiction;
    case 'outlet':
    case 'calendar':
      return null;
  }
};

/** Areas of the units that a case was handed to, beside the area where it lies: they act on it too. */
export const handedTo = (subject: Subject): readonly string[] => {
  if (subject.kind === 'discipline') return subject.state.status === 'none' ? [] : [subject.state.receiverJurisdiction];
  if (subject.kind !== 'case' || subject.state.status === 'none') return [];
  const { clues, transfers, detentionTransfers, outsideTransfers } = subject.state;

  return [
    ...clues.map((clue) => clue.to.jurisdiction),
    ...outsideTransfers.map((transfer) => transfer.to.jurisdiction),
    ...[...transfers, ...detentionTransfers].flatMap((transfer) =>
      transfer.policeJurisdiction === null ? [] : [transfer.policeJurisdiction],
    ),
  ];
};
