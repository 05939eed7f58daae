import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type PublicationStatus = 'running';

export const publicationMachine = setup({
  types: {
    events: {} as {
      type: 'QuarterlyDisclosureDue' | 'QuarterlyDisclosurePublished' | 'AutomaticDataPublished' | 'EnvironmentalInformationPublished';
    },
  },
}).createMachine({
  id: 'publication',
  initial: 'running',
  states: {
    running: {
      on: {
        QuarterlyDisclosureDue: 'running',
        QuarterlyDisclosurePublished: 'running',
        AutomaticDataPublished: 'running',
        EnvironmentalInformationPublished: 'running',
      },
    },
  },
});

export const publicationProcedure = procedureOf<PublicationStatus>(publicationMachine);
