import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { readConfig, variables } from '@liuhen/api';

const DEPLOY = join(__dirname, '../infra/deploy');
const read = (file: string): string => readFileSync(join(DEPLOY, file), 'utf8');
const yaml = (file: string) =>
  parse(read(file), { merge: true, customTags: ['!override'].map((tag) => ({ tag, collection: 'map' as const })) });

const compose = yaml('compose.yaml');
const cluster = yaml('compose.cluster.yaml');
const manifests = readdirSync(join(DEPLOY, 'kubernetes')).flatMap((file) => {
  const documents = parseAllDocuments(read(`kubernetes/${file}`));
  documents.forEach(({ errors }) => expect(errors).toEqual([]));

  return documents.map((document) => document.toJS());
});
const ofKind = (kind: string) => manifests.filter((each) => each.kind === kind);
const pods = manifests.filter((each) => each.spec?.template !== undefined).map((each) => each.spec.template);

/** Everything of ours that a deployment file sets, with what it sets it to where that stands there. */
const environments: readonly Readonly<Record<string, string>>[] = [
  ...[compose, cluster]
    .flatMap((file) => Object.values(file.services as Record<string, { environment?: Record<string, string> }>))
    .map(({ environment }) => environment ?? {}),
  ...pods
    .flatMap((pod) => pod.spec.containers)
    .map(({ env }) =>
      Object.fromEntries(env.map((each: { name: string; value?: string }) => [each.name, each.value ?? 'kurrentdb://from-a-secret:2113'])),
    ),
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

  it('run nothing of ours as root, on a root file system that cannot be written', () => {
    expect(read('Dockerfile')).toMatch(/^USER 1000:1000$/m);
    expect(compose.services.api).toMatchObject({ read_only: true, user: '1000:1000', cap_drop: ['ALL'] });
    for (const { spec } of pods) {
      expect(spec.securityContext).toMatchObject({ runAsNonRoot: true });
      for (const container of spec.containers) {
        expect(container.securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
      }
    }
  });

  it('start programs that are there, in the image that the Dockerfile makes', () => {
    const commands: string[] = [
      ...Object.values(compose.services as Record<string, { command?: string[]; image: string }>)
        .filter(({ image }) => image.startsWith('liuhen:'))
        .map(({ command }) => command?.[1] ?? ''),
      ...pods.flatMap(({ spec }) => spec.containers.map(({ command }: { command: string[] }) => command[1])),
      /CMD \["node", "([^"]+)"\]/.exec(read('Dockerfile'))?.[1] ?? '',
    ];

    for (const command of commands) {
      expect(existsSync(join(__dirname, '..', command.replace('/dist/', '/src/').replace(/\.js$/, '.ts')))).toBe(true);
    }
    expect(compose.services.api.build).toEqual({ context: '../..', dockerfile: 'infra/deploy/Dockerfile' });
  });

  it('probe the pods, and ask for the addresses that the service answers', () => {
    for (const { spec } of pods) {
      for (const { startupProbe, livenessProbe, readinessProbe, ports } of spec.containers) {
        expect([startupProbe, livenessProbe, readinessProbe].map((probe) => probe.httpGet.path)).toEqual([
          '/healthz',
          '/healthz',
          '/readyz',
        ]);
        const names = ports.map(({ name }: { name: string }) => name);
        for (const probe of [startupProbe, livenessProbe, readinessProbe]) expect(names).toContain(probe.httpGet.port);
      }
    }
  });

  it('give a pod longer to stop than it takes', () => {
    for (const { spec } of pods) {
      const seconds = Number(spec.containers[0].env.find(({ name }: { name: string }) => name === 'LIUHEN_STOP_SECONDS').value);
      expect(spec.terminationGracePeriodSeconds).toBeGreaterThan(seconds);
    }
  });

  it('have a disruption budget and a network policy for each kind of pod, and services that find one', () => {
    const apps = pods.map(({ metadata }) => metadata.labels.app);

    expect(ofKind('PodDisruptionBudget').map(({ spec }) => spec.selector.matchLabels.app)).toEqual(apps);
    expect(ofKind('NetworkPolicy').map(({ spec }) => spec.podSelector.matchLabels.app)).toEqual(apps);
    for (const { spec } of ofKind('NetworkPolicy')) expect(spec.policyTypes).toEqual(['Ingress', 'Egress']);
    for (const { spec } of ofKind('Service')) expect(apps).toContain(spec.selector.app);
  });

  it('hold no secret: what has credentials comes by reference', () => {
    const events = pods.flatMap(({ spec }) =>
      spec.containers.flatMap(({ env }: { env: { name: string }[] }) => env.filter(({ name }) => name === 'LIUHEN_EVENTS')),
    );

    expect(events.length).toBeGreaterThan(0);
    for (const each of events) expect(Object.keys(each)).toEqual(['name', 'valueFrom']);
    expect(ofKind('Secret')).toEqual([]);
    expect(
      Object.values(environments)
        .flatMap(Object.values)
        .filter((value) => /:\/\/[^/]*:[^/]*@/.test(String(value))),
    ).toEqual([]);
  });

  it('wait in compose only for services that are there, and have a volume for all that must last', () => {
    const services = Object.keys(compose.services);
    for (const { depends_on = {} } of Object.values(compose.services as Record<string, { depends_on?: object }>)) {
      expect(Object.keys(depends_on).filter((name) => !services.includes(name))).toEqual([]);
    }
    expect(Object.keys(compose.volumes)).toEqual(['data', 'events', 'views']);
    expect(Object.keys(cluster.services)).toEqual(expect.arrayContaining(['kurrentdb', 'node2', 'node3']));
  });

  it('send traces and metrics where the collector takes them in', () => {
    const collector = yaml('collector.yaml');
    const { pathname, port, hostname } = new URL(compose.services.api.environment.LIUHEN_TRACES);

    expect([hostname, pathname]).toEqual(['collector', '/v1/traces']);
    expect(collector.receivers.otlp.protocols.http.endpoint).toBe(`0.0.0.0:${port}`);
    expect(collector.receivers.prometheus.config.scrape_configs[0].static_configs[0].targets).toEqual([
      `api:${compose.services.api.environment.LIUHEN_METRICS_PORT}`,
    ]);
  });
});
