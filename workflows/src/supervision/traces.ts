import type { RecordedEvent } from '../kernel/event';
import type { Tie, TraceRule } from '../trace/rule';
import type { ListedDuty, SupervisionEvent } from './events';

type Payload<T extends SupervisionEvent['type']> = Extract<SupervisionEvent, { type: T }>['payload'];

const unit = (name: string) => ({ kind: 'unit', id: name, name }) as const;

const tie = ({ unit: name, duty, dueOn }: ListedDuty, state: 'open' | 'late'): Tie => ({
  whom: unit(name),
  role: 'dutyHolder',
  what: `${duty}（${dueOn}）`,
  tags: { listedDuty: state },
});

const inBulletin = ({ payload }: RecordedEvent): readonly Tie[] => {
  const { open, late } = payload as Payload<'BulletinIssued'>;

  return [...open.map((duty) => tie(duty, 'open')), ...late.map((duty) => tie(duty, 'late'))];
};

const done = ({ payload }: RecordedEvent): readonly Tie[] => {
  const { dutyId, unit: name, late } = payload as Payload<'DutyCarriedOut'>;

  return [{ whom: unit(name), role: 'dutyHolder', what: dutyId, tags: { listedDuty: late ? 'doneLate' : 'done' } }];
};

/** Who answers for what a supervision found, and how each unit stands with its duties. */
export const supervisionTraces: readonly TraceRule[] = [
  {
    id: 'listedDuties',
    rules: ['R-163'],
    title: { zh: '各单位责任清单完成情况', en: 'open and late duties per unit' },
    ties: { BulletinIssued: (_payload, event) => inBulletin(event), DutyCarriedOut: (_payload, event) => done(event) },
  },
  {
    id: 'supervisionAccountability',
    rules: ['R-154', 'R-161'],
    title: { zh: '公开约谈', en: 'publicly interviewed' },
    ties: {
      PublicInterviewHeld: (_payload, event) => {
        const { interviewee, ordered } = event.payload as Payload<'PublicInterviewHeld'>;

        return [{ whom: unit(interviewee.organisation), role: 'publicAdmonitoryInterview', what: ordered }];
      },
    },
  },
];
