import type { Tie, TraceRule } from '../trace/rule';
import type { InterferenceEvent } from './events';

type Payload<T extends InterferenceEvent['type']> = Extract<InterferenceEvent, { type: T }>['payload'];

/** Who was held to account for hiding an interference; the record itself is not opened by a trace. */
export const interferenceTraces: readonly TraceRule[] = [
  {
    id: 'hiddenInterference',
    rules: ['R-152'],
    title: { zh: '不如实记录或隐瞒不报受到处理', en: 'sanctioned for hiding an interference' },
    ties: {
      NonRecordingFound: (_payload, event): readonly Tie[] => {
        const { person, kind } = event.payload as Payload<'NonRecordingFound'>;

        return [{ whom: { kind: 'person', id: person.person, name: person.name }, role: 'nonRecording', what: kind }];
      },
    },
  },
];
