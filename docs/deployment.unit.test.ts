import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { readConfig, variables } from '@liuhen/infra';

interface Service {
  readonly image?: string;
  readonly build?: object;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: object;
  readonly volumes?: readonly string[];
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: object;
}

interface Probe {
  readonly httpGet: { readonly path: string; readonly port: string };
}

interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: object;
}

interface Container {
  readonly command: readonly string[];
  readonly env: readonly Variable[];
  readonly ports: readonly { readonly name: string }[];
  readonly startupProbe: Probe;
  readonly livenessProbe: Probe;
  readonly readinessProbe: Probe;
  readonly securityContext: object;
}

interface Pod {
  readonly metadata: { readonly labels: { readonly app: string } };
  readonly spec: {
    readonly containers: readonly Container[];
    readonly securityContext: object;
    readonly terminationGracePeriodSeconds: number;
  };
}

interface Labels {
  readonly matchLabels: { readonly app: string };
}

interface Manifest {
  readonly kind: string;
  readonly spec?: {
    readonly replicas?: number;
    readonly template?: Pod;
    readonly selector?: Labels & { readonly app?: string };
    readonly podSelector?: Labels;
    readonly policyTypes?: readonly string[];
  };
}

interface Collector {
  readonly receivers: {
    readonly otlp: { readonly protocols: { readonly http: { readonly endpoint: string } } };
    readonly prometheus: {
      readonly config: {
        readonly scrape_configs: readonly { readonly static_configs: readonly { readonly targets: readonly string[] }[] }[];
      };
    };
  };
}

const DEPLOY = join(__dirname, '../infra/deploy');
const read = (file: string): string => readFileSync(join(DEPLOY, file), 'utf8');
const yaml = (file: string): unknown => parse(read(file), { merge: true, customTags: [{ tag: '!override', collection: 'map' }] });

const compose = yaml('compose.yaml') as Compose;
const cluster = yaml('compose.cluster.yaml') as Compose;
const api = compose.services['api'] ?? {};
const ours = Object.values(compose.services).filter(({ image }) => image?.startsWith('liuhen:'));
const witness = yaml('compose.witness.yaml') as Compose;
const manifests = readdirSync(join(DEPLOY, 'kubernetes')).flatMap((file) => {
  const documents = parseAllDocuments(read(`kubernetes/${file}`));

  return documents.map((document) => {
    expect(document.errors).toEqual([]);

    return document.toJS() as Manifest;
  });
});
const ofKind = (kind: string): readonly Manifest[] => manifests.filter((each) => each.kind === kind);
const pods = manifests.map(({ spec }) => spec?.template).filter((pod) => pod !== undefined);
const containers = pods.flatMap(({ spec }) => spec.containers);

/** What is there by reference only. */
const REFERRED: Readonly<Record<string, string>> = {
  LIUHEN_EVENTS: 'kurrentdb://from-a-secret:2113',
  LIUHEN_READ_MODELS: 'mongodb://from-a-secret/liuhen',
  LIUHEN_SCANNER: 'clamd://from-a-map:3310',
};

/** Everything of ours that a deployment file sets, with what it sets it to where that stands there. */
const environments: readonly Readonly<Record<string, string>>[] = [
  ...[compose, cluster].flatMap(({ services }) => Object.values(services)).map(({ environment }) => environment ?? {}),
  ...containers.map(({ env }) => Object.fromEntries(env.map(({ name, value }) => [name, value ?? REFERRED[name] ?? '']))),
].map((environment) => Object.fromEntries(Object.entries(environment).filter(([name]) => name.startsWith('LIUHEN_'))));

/** `${NAME:-default}` and `${NAME:?why}` as compose reads them. */
const resolved = (value: string): string =>
  value.replace(/\$\{\w+:([-?])([^}]*)\}/g, (_, how: string, rest: string) => (how === '-' ? rest : 'kurrentdb://given:2113'));

describe('deployment files', () => {
  it('set only variables that exist, to values that are taken', () => {
    const known = variables.map(({ name }) => name);
    for (const environment of environments) {
      expect(Object.keys(environment).filter((name) => !known.includes(name))).toEqual([]);
      expect(() =>
        readConfig(Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, resolved(value)]))),
      ).not.toThrow();
    }
    expect(environments.flatMap(Object.keys)).toEqual(
      expect.arrayContaining(['LIUHEN_EVENTS', 'LIUHEN_DEPLOYMENT', 'LIUHEN_METRICS_PORT', 'LIUHEN_TRACES']),
    );
  });

  it('run each program of ours, and each role of one that has several, in one place', () => {
    const rolesOf = (all: readonly Readonly<Record<string, string>>[]) => all.flatMap(({ LIUHEN_ROLES: roles }) => roles ?? []).sort();
    const programs = ['services/api', 'services/gateway-hj212', 'services/projector', 'services/scheduler'];
    const started = (commands: readonly (readonly string[] | undefined)[]) =>
      [...new Set(commands.map((command) => (command?.[1] ?? '').split('/dist/')[0] ?? ''))].sort();

    expect(rolesOf(environments.slice(0, Object.keys(compose.services).length))).toEqual(['api', 'ledger']);
    expect(rolesOf(environments.slice(-containers.length))).toEqual(['api', 'ledger']);
    expect(started(ours.map(({ command }) => command))).toEqual(programs);
    expect(started(containers.map(({ command }) => command))).toEqual(programs);
    expect(witness.services['witness']?.command).toEqual(['node', 'services/witness/dist/main.js']);
  });

  it('run nothing of ours as root, on a root file system that cannot be written', () => {
    expect(read('Dockerfile')).toMatch(/^USER 1000:1000$/m);
    for (const each of [...ours, witness.services['witness']])
      expect(each).toMatchObject({ read_only: true, user: '1000:1000', cap_drop: ['ALL'] });
    for (const { spec } of pods) expect(spec.securityContext).toMatchObject({ runAsNonRoot: true });
    for (const { securityContext } of containers) {
      expect(securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
    }
  });

  it('start programs that are there, in the image that the Dockerfile makes', () => {
    const commands = [
      ...ours.map(({ command }) => command?.[1] ?? ''),
      ...containers.map(({ command }) => command[1] ?? ''),
      /CMD \["node", "([^"]+)"\]/.exec(read('Dockerfile'))?.[1] ?? '',
    ];

    for (const command of commands) {
      expect(existsSync(join(__dirname, '..', command.replace('/dist/', '/src/').replace(/\.js$/, '.ts')))).toBe(true);
    }
    expect(api.build).toEqual({ context: '../..', dockerfile: 'infra/deploy/Dockerfile' });
  });

  it('probe the pods, and ask for the addresses that the service answers', () => {
    for (const { startupProbe, livenessProbe, readinessProbe, ports } of containers) {
      const probes = [startupProbe, livenessProbe, readinessProbe];
      expect(probes.map(({ httpGet }) => httpGet.path)).toEqual(['/healthz', '/healthz', '/readyz']);
      for (const { httpGet } of probes) expect(ports.map(({ name }) => name)).toContain(httpGet.port);
    }
  });

  it('give a pod longer to stop than it takes', () => {
    for (const { spec } of pods) {
      const seconds = spec.containers.flatMap(({ env }) => env).find(({ name }) => name === 'LIUHEN_STOP_SECONDS')?.value;
      expect(spec.terminationGracePeriodSeconds).toBeGreaterThan(Number(seconds));
    }
  });

  it('have a disruption budget and a network policy for each kind of pod, and services that find one', () => {
    const apps = pods.map(({ metadata }) => metadata.labels.app);

    expect(ofKind('PodDisruptionBudget').map(({ spec }) => spec?.selector?.matchLabels.app)).toEqual(apps);
    expect(ofKind('NetworkPolicy').map(({ spec }) => spec?.podSelector?.matchLabels.app)).toEqual(apps);
    for (const { spec } of ofKind('NetworkPolicy')) expect(spec?.policyTypes).toEqual(['Ingress', 'Egress']);
    for (const { spec } of ofKind('Service')) expect(apps).toContain(spec?.selector?.app);
  });

  it('run as many pods of each program as the page for operators says', () => {
    const page = readFileSync(join(__dirname, 'operations.md'), 'utf8');
    const wanted = [...page.matchAll(/^\| `services\/([\w-]+)`(?:, `LIUHEN_ROLES=(\w+)`)? +\| (one|two|any) +\|/gmu)].map(
      ([, program = '', role, many = '']) => [role ?? program.replace('-hj212', ''), many === 'one' ? 1 : 2] as const,
    );
    const run = ofKind('StatefulSet').map(({ spec }) => [spec?.template?.metadata.labels.app.replace('liuhen-', ''), spec?.replicas]);

    expect(Object.fromEntries(run)).toEqual(Object.fromEntries(wanted));
    expect(wanted).toHaveLength(containers.length);
  });

  it('hold no secret: what has credentials comes by reference', () => {
    const events = containers.flatMap(({ env }) => env.filter(({ name }) => name === 'LIUHEN_EVENTS'));
    const values = environments.flatMap((environment) => Object.values(environment));

    expect(events.map((each) => Object.keys(each))).toEqual(containers.map(() => ['name', 'valueFrom']));
    const views = containers.flatMap(({ env }) => env.filter(({ name }) => name === 'LIUHEN_READ_MODELS'));
    expect(views.map((each) => Object.keys(each))).toEqual(containers.map(() => ['name', 'valueFrom']));
    expect(ofKind('Secret')).toEqual([]);
    expect(values.filter((value) => /:\/\/[^/]*:[^/]*@/.test(value))).toEqual([]);
  });

  it('wait in compose only for services that are there, and have a volume for all that must last', () => {
    const services = Object.keys(compose.services);
    for (const { depends_on = {} } of Object.values(compose.services)) {
      expect(Object.keys(depends_on).filter((name) => !services.includes(name))).toEqual([]);
    }
    const mounted = [...Object.values(compose.services)].flatMap(({ volumes = [] }) => volumes.map((volume) => volume.split(':')[0] ?? ''));
    expect(Object.keys(compose.volumes).sort()).toEqual([...new Set(mounted)].filter((name) => !name.startsWith('.')).sort());
    expect(Object.keys(cluster.services)).toEqual(expect.arrayContaining(['kurrentdb', 'node2', 'node3']));
  });

  it("write only where the image has a folder of its user: on one that it lacks, a new volume is root's", () => {
    const made = /install -d -o node -g node -m 0700 (.+)$/m.exec(read('Dockerfile'))?.[1]?.split(' ');
    const written = [...ours, witness.services['witness']]
      .flatMap((each) => each?.volumes ?? [])
      .filter((volume) => !volume.endsWith(':ro'))
      .map((volume) => volume.split(':')[1] ?? '');

    expect([...new Set(written)].sort()).toEqual(made);
  });

  it('send traces and metrics where the collector takes them in', () => {
    const { receivers } = yaml('collector.yaml') as Collector;
    const { pathname, port, hostname } = new URL(api.environment?.['LIUHEN_TRACES'] ?? '');

    expect([hostname, pathname]).toEqual(['collector', '/v1/traces']);
    expect(receivers.otlp.protocols.http.endpoint).toBe(`0.0.0.0:${port}`);
    expect(receivers.prometheus.config.scrape_configs.flatMap((each) => each.static_configs.flatMap(({ targets }) => targets))).toEqual([
      ...['api', 'gateway', 'ledger', 'projector', 'scheduler'].map((name) => `${name}:${api.environment?.['LIUHEN_METRICS_PORT'] ?? ''}`),
    ]);
  });
});
