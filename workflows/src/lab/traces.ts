import type { RecordedEvent } from '../kernel/event';
import { idOfStream } from '../kernel/streams';
import type { Tie, TraceRule } from '../trace/rule';
import type { LabEvent, Supervisor } from './events';

type Named = Extract<LabEvent, { type: 'LabSupervisorsNamed' }>['payload'];
type Line = Extract<LabEvent, { type: 'LineDepartmentNamed' }>['payload'];

const supervisor = ({ person: id, name, organisation }: Supervisor, role: string, what: string): readonly Tie[] => [
  { whom: { kind: 'person', id, name }, role, what },
  { whom: { kind: 'unit', id: organisation, name: organisation }, role, what },
];

const supervisors = ({ payload, stream }: RecordedEvent): readonly Tie[] => {
  const { environment, quality } = payload as Named;
  const what = `监测机构 ${idOfStream(stream)} 的监管`;

  return [
    ...supervisor(environment, 'environmentSupervisor', what),
    ...(quality === null ? [] : supervisor(quality, 'qualitySupervisor', what)),
  ];
};

/** Who answers for the supervision of a lab, and which department for its own monitoring body. */
export const labTraces: readonly TraceRule[] = [
  {
    id: 'labSupervisors',
    rules: ['R-157'],
    title: { zh: '对监测机构的监管责任', en: 'supervisory liability for a monitoring body' },
    ties: { LabSupervisorsNamed: (_payload, event) => supervisors(event) },
  },
  {
    id: 'lineDepartment',
    rules: ['R-158'],
    title: { zh: '对所属监测机构数据质量负责', en: 'answers for the data quality of its own monitoring body' },
    ties: {
      LineDepartmentNamed: (payload, { stream }) => {
        const { department } = payload as unknown as Line;

        return [
          {
            whom: { kind: 'unit', id: department, name: department },
            role: 'lineDepartment',
            what: `监测机构 ${idOfStream(stream)} 的数据质量`,
          },
        ];
      },
    },
  },
];
