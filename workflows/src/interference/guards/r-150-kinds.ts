import type { Guard } from '../../kernel/act';
import type { InterferenceKind } from '../events';
import type { InterferenceState } from '../evolve';

type KindGuard = Guard<{ readonly kind: InterferenceKind }, InterferenceState>;

/** interference by officials is one of four kinds, as the declared input has them. */
export const oneOfFourKinds: KindGuard = { rule: 'R-150', applies: ({ kind }) => kind !== 'clientOnLab', check: () => undefined };

/** a client who leans on its lab is none of them and stands apart. */
export const clientOnLab: KindGuard = { rule: 'R-035', applies: ({ kind }) => kind === 'clientOnLab', check: () => undefined };
