/**
 * Rooms and the one way dependencies may point:
 *
 *   services → schema → projections → workflows
 *   services → infra → workflows
 *
 * `workflows` is the law and nothing else: no I/O, no clock, no transport, so that every rule can be tested and replayed anywhere.
 */
const TEST = '(\\.test\\.ts$|/testing/)';
const room = (name) => `^${name}/src/`;

/** `from` may import from no room but these (and itself); tests may. */
const onlyRooms = (from, ...allowed) => ({
  name: `${from}-only-${allowed.join('-') || 'itself'}`,
  comment: `${from} may import from: ${allowed.join(', ') || 'no other room'}.`,
  severity: 'error',
  from: { path: room(from), pathNot: TEST },
  to: { path: '^(workflows|projections|schema|infra|services)/', pathNot: [from, ...allowed].map(room) },
});

/** Services are separate programs; the command line starts the others, and the API shows what the gateway can parse; embedded, it runs gateway and clock in its own process. */
const MAY_START = { cli: ['api', 'gateway-hj212', 'verifier'], api: ['gateway-hj212', 'scheduler'] };

const servicesApart = [
  ...Object.entries(MAY_START).map(([name, others]) => ({
    name: `service-${name}-only-${others.join('-')}`,
    comment: `Of the other services, ${name} may import only: ${others.join(', ')}.`,
    severity: 'error',
    from: { path: room(`services/${name}`), pathNot: TEST },
    to: { path: '^services/', pathNot: [name, ...others].map((other) => room(`services/${other}`)) },
  })),
  {
    name: 'services-apart',
    comment: 'A service imports rooms, never another service.',
    severity: 'error',
    from: { path: '^services/([^/]+)/src/', pathNot: [TEST, ...Object.keys(MAY_START).map((name) => room(`services/${name}`))] },
    to: { path: '^services/', pathNot: '^services/$1/' },
  },
];

module.exports = {
  forbidden: [
    onlyRooms('workflows'),
    onlyRooms('projections', 'workflows'),
    onlyRooms('schema', 'workflows', 'projections'),
    onlyRooms('infra', 'workflows'),
    ...servicesApart,
    {
      name: 'workflows-few-libraries',
      comment: 'The law needs shapes, machines, decimal sums and the calendar of working days.',
      severity: 'error',
      from: { path: room('workflows'), pathNot: TEST },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'],
        pathNot: '(^|/)node_modules/(@types/)?(zod|xstate|big\\.js|chinese-days)/',
      },
    },
    {
      name: 'workflows-no-runtime',
      comment: 'No files, sockets, clocks or processes in the law: infra brings them.',
      severity: 'error',
      from: { path: room('workflows'), pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'rooms-by-their-door',
      comment: 'Another room is imported at its root, so that its inside can change without asking. Tests may look inside.',
      severity: 'error',
      from: { path: '^((services/)?[^/]+)/src/', pathNot: TEST },
      to: { path: '^(services/)?[^/]+/src/', pathNot: ['^$1/src/', '^(services/)?[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'no-tests-in-programs',
      comment: 'What ships does not import tests or their helpers.',
      severity: 'error',
      from: { pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: 'no-dev-libraries-in-programs',
      comment: 'What a program imports is among the dependencies of its package.',
      severity: 'error',
      from: { path: '^(workflows|projections|schema|infra|services)/', pathNot: [TEST, '\\.cjs$'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], pathNot: '(^|/)node_modules/@types/', dependencyTypesNot: ['type-only', 'npm'] },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle of types is harmless to run but says that two files are one thing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file nobody imports is an entry point, a test, or left over.',
      severity: 'error',
      from: { orphan: true, pathNot: [TEST, '\\.d\\.ts$', '^services/[^/]+/src/(index|main)\\.ts$'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(services/)?[^/]+/(dist|node_modules|\\.turbo)/' },
    tsConfig: { fileName: 'tsconfig.test.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
