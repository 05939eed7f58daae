import type { MonitoringEvent } from './events';
import type { OutletResponseEvent } from './response-events';
import { isGood } from './screening/screening';
import { initialState, type OutletState } from './state';

/** A device sends a frame again within minutes, or after an outage of days; older repeats are caught by the event id. */
const REMEMBERED = 200;

type Result = Extract<MonitoringEvent, { type: 'MonitoringResultRecorded' }>['payload'];

export const resultKey = (result: Pick<Result, 'period' | 'dataTime' | 'frameDigest'>): string =>
  `${result.period}|${result.dataTime}|${result.frameDigest}`;

const stillConstant = (constant: OutletState['constant'], result: Result): OutletState['constant'] => {
  if (result.period !== 'hour') return constant;
  const next: Record<string, { value: string; hours: number }> = { ...constant };
  for (const value of result.values) {
    const { pollutant, avg } = value;
    // A flagged hour speaks of the device: it neither counts nor starts the count anew.
    if (avg === undefined || !isGood(value)) continue;
    const before = constant[pollutant];
    next[pollutant] = { value: avg, hours: before?.value === avg ? before.hours + 1 : 1 };
  }

  return next;
};

const responded = (state: OutletState, event: OutletResponseEvent): OutletState => {
  switch (event.type) {
    case 'AnomalyFlagged': {
      const { flagId: id, discoveredAt } = event.payload;

      return { ...state, flags: [...state.flags, { id, discoveredAt, repairedAt: null }] };
    }
    case 'AnomalyFlagClosed': {
      const { flagId, repairedAt } = event.payload;

      return { ...state, flags: state.flags.map((each) => (each.id === flagId ? { ...each, repairedAt } : each)) };
    }
    case 'AnomalyComparisonRecorded': {
      const { testId: id, testedOn, passed } = event.payload;

      return { ...state, comparisons: [...state.comparisons, { id, testedOn, passed }] };
    }
    case 'SuspicionResponded': {
      const { suspicionId, response } = event.payload;

      return { ...state, suspicions: state.suspicions.map((each) => (each.suspicionId === suspicionId ? { ...each, response } : each)) };
    }
  }
};

export const evolve = (state: OutletState = initialState, event: MonitoringEvent): OutletState => {
  switch (event.type) {
    case 'MonitoringResultRecorded':
      return {
        ...state,
        seen: [...state.seen, resultKey(event.payload)].slice(-REMEMBERED),
        constant: stillConstant(state.constant, event.payload),
      };
    case 'EquipmentRestarted':
      return state;
    case 'SuspicionRaised': {
      const { suspicionId, kind, pollutant, dataTime } = event.payload;

      return { ...state, suspicions: [...state.suspicions, { suspicionId, kind, pollutant, dataTime, response: null }] };
    }
    case 'AnomalyFlagged':
    case 'AnomalyFlagClosed':
    case 'AnomalyComparisonRecorded':
    case 'SuspicionResponded':
      return responded(state, event);
  }
};
