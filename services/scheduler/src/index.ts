export { clockOver, startClock, type RunningClock } from './clock';
export { CLOCK_ACTOR } from './events';
export { ClockPass, type ClockPorts, type PassResult } from './pass';
export { alwaysMine, Scheduler, type Pause, type SchedulerOptions, type SchedulerStatus, type Turn } from './scheduler';
