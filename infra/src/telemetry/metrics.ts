/** Every metric that a process offers, once: instruments, dashboard and documents are held against this table. */
export const METRICS = {
  acts: { name: 'liuhen_acts', kind: 'counter', unit: '', description: 'acts by name and outcome' },
  actDuration: {
    name: 'liuhen_act_duration_seconds',
    kind: 'histogram',
    unit: 's',
    description: 'from the request of an act to its outcome',
  },
  lagEvents: {
    name: 'liuhen_projection_lag_events',
    kind: 'gauge',
    unit: '',
    description: 'events that the read models do not show yet, counted up to 1000',
  },
  lagSeconds: {
    name: 'liuhen_projection_lag_seconds',
    kind: 'gauge',
    unit: 's',
    description: 'age of the oldest event not shown yet, but for those rebuilt for a newer version',
  },
  followers: { name: 'liuhen_followers', kind: 'gauge', unit: '', description: 'followers of the log by state' },
  reconnects: {
    name: 'liuhen_follower_reconnects',
    kind: 'gauge',
    unit: '',
    description: 'times that the followers of now had to connect again',
  },
  foreignEvents: {
    name: 'liuhen_foreign_events',
    kind: 'gauge',
    unit: '',
    description: 'events in the log that this system did not write, counted up to 10000',
  },
  truncating: {
    name: 'liuhen_truncating_streams',
    kind: 'gauge',
    unit: '',
    description: 'streams whose settings let the server remove events',
  },
  frames: { name: 'liuhen_frames', kind: 'counter', unit: '', description: 'frames of monitoring devices by result' },
  obligationsDue: { name: 'liuhen_obligations_due', kind: 'gauge', unit: '', description: 'duties that are owed, counted up to 100000' },
  obligationsBreached: {
    name: 'liuhen_obligations_breached',
    kind: 'gauge',
    unit: '',
    description: 'duties that are owed and whose breach was told',
  },
  ledgerHeadAge: {
    name: 'liuhen_ledger_head_age_seconds',
    kind: 'gauge',
    unit: 's',
    description: 'since the last head of the ledger was witnessed, or written where no witness is named',
  },
  clockApart: {
    name: 'liuhen_clock_apart_seconds',
    kind: 'gauge',
    unit: 's',
    description: 'how far the clock of the server of the read models is ahead of that of this process',
  },
} as const;

export type MetricKey = keyof typeof METRICS;

/** As Prometheus names the series of a metric. */
export const seriesOf = (key: MetricKey): readonly string[] => {
  const { name, kind } = METRICS[key];
  if (kind === 'counter') return [`${name}_total`];

  return kind === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name];
};
