export { agendaOf, nextLook, superiorOf, type ClockFact } from './agenda';
export { CLOCK_EVENTS, CLOCK_RULE, isClockEvent, type ClockEvent, type Superior } from './clock-events';
export { dutiesOf, evolveObligation, obligationEventTypes, opensDuty } from './fold';
export { isOverdue, type Escalation, type Obligation, type Terms } from './obligation';
export { rulesBehind, type ObligationRule } from './rule';
export { obligationRules } from './rules';
export { dueOf } from './terms';
export { touches } from './touch';
