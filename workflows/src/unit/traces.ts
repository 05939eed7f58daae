import type { RecordedEvent } from '../kernel/event';
import { idOfStream } from '../kernel/streams';
import type { TraceRule } from '../trace/rule';
import { MILESTONES, type UnitEvent } from './events';

type Payload<T extends UnitEvent['type']> = Extract<UnitEvent, { type: T }>['payload'];

const unitOf = (event: RecordedEvent) => ({ kind: 'unit', id: idOfStream(event.stream), name: event.actor.organisation }) as const;

/** Progress of an area, and who leads it. */
export const unitTraces: readonly TraceRule[] = [
  {
    id: 'linkageMilestone',
    rules: ['R-018'],
    title: { zh: '测管联动机制建设进展', en: 'progress of the linkage mechanism' },
    ties: {
      MilestoneReported: (_payload, event) => {
        const { milestone, reached, progress } = event.payload as Payload<'MilestoneReported'>;

        return [
          {
            whom: unitOf(event),
            role: 'localAuthority',
            what: `${MILESTONES[milestone]}：${progress}`,
            tags: { milestone, reached: reached ? 'reached' : 'notReached' },
          },
        ];
      },
    },
  },
  {
    id: 'leadershipResponsibility',
    rules: ['R-153'],
    title: { zh: '对防范和惩治监测数据弄虚作假负领导责任', en: 'leadership responsibility for preventing data fraud' },
    ties: {
      ResponsibleLeaderNamed: (_payload, event) => {
        const { leader, organisation, post, from } = event.payload as Payload<'ResponsibleLeaderNamed'>;

        return [
          {
            whom: { kind: 'person', id: leader.person, name: leader.name },
            role: 'responsibleLeader',
            what: `${organisation}${post}，自${from}对${idOfStream(event.stream)}辖区监测数据弄虚作假负领导责任`,
          },
        ];
      },
    },
  },
];
