import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';

interface Volume {
  readonly name: string;
  readonly configMap?: { readonly name: string };
  readonly secret?: { readonly secretName: string; readonly optional?: boolean };
  readonly persistentVolumeClaim?: { readonly claimName: string };
}

interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly configMapKeyRef?: { readonly name: string; readonly key: string; readonly optional?: boolean } };
}

interface Container {
  readonly name: string;
  readonly env: readonly Variable[];
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string; readonly readOnly?: boolean }[];
}

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec?: {
    readonly template?: { readonly spec: { readonly containers: readonly Container[]; readonly volumes: readonly Volume[] } };
    readonly egress?: readonly { readonly ports: readonly { readonly port: number }[] }[];
  };
}

interface Compose {
  readonly services: Readonly<
    Record<string, { readonly environment?: Readonly<Record<string, string>>; readonly volumes?: readonly string[] }>
  >;
}

const DEPLOY = join(__dirname, '../infra/deploy');
const read = (file: string): string => readFileSync(join(DEPLOY, file), 'utf8');
const compose = parse(read('compose.yaml'), { merge: true }) as Compose;
const witness = parse(read('compose.witness.yaml'), { merge: true }) as Compose;
const manifests = readdirSync(join(DEPLOY, 'kubernetes')).flatMap((file) =>
  parseAllDocuments(read(`kubernetes/${file}`)).map((document) => document.toJS() as Manifest),
);
const pods = manifests.flatMap(({ spec }) => {
  const { containers = [], volumes = [] } = spec?.template?.spec ?? {};

  return containers.map((container) => ({ ...container, volumes }));
});
const namesOf = (wanted: (pod: (typeof pods)[number]) => boolean): readonly string[] => pods.filter(wanted).map(({ name }) => name);
const named =
  (name: string) =>
  ({ env }: Container): Variable | undefined =>
    env.find((each) => each.name === name);
/** What a pod has mounted at a path or above it. */
const at = ({ volumeMounts, volumes }: (typeof pods)[number], path: string): Volume | undefined => {
  const mount = volumeMounts.find(({ mountPath, readOnly }) => mountPath === path && readOnly === true);

  return volumes.find(({ name }) => name === mount?.name);
};
/** The API and the ledger seal, sign, and ask who somebody is; a projector folds and the clock tells, each without any of it. */
const KEEPERS = ['api', 'ledger'];

describe('what a program can reach', () => {
  it('is the keys, and the issuers of identities, for those alone that sign, seal or ask who somebody is', () => {
    const claims = (claim: string) => namesOf(({ volumes }) => volumes.some((each) => each.persistentVolumeClaim?.claimName === claim));

    expect(claims('keys')).toEqual(KEEPERS);
    expect(claims('evidence')).toEqual(KEEPERS);
    for (const variable of ['LIUHEN_KEYS', 'LIUHEN_ISSUERS']) expect(namesOf((pod) => named(variable)(pod) !== undefined)).toEqual(KEEPERS);
    expect(namesOf(({ volumes }) => volumes.some((each) => each.configMap?.name === 'liuhen-issuers'))).toEqual(KEEPERS);
    const inCompose = Object.entries(compose.services);
    expect(inCompose.filter(([, { volumes = [] }]) => volumes.includes('keys:/keys')).map(([name]) => name)).toEqual(KEEPERS);
    expect(inCompose.filter(([, { environment = {} }]) => 'LIUHEN_KEYS' in environment).map(([name]) => name)).toEqual(KEEPERS);
  });

  it('is over the network what it speaks to: engines and collector, and its issuers, its scanner and its witness', () => {
    const engines = [53, 53, 2_113, 4_318, 27_017];
    const open = manifests
      .filter(({ kind }) => kind === 'NetworkPolicy')
      .map(({ metadata, spec }) => [
        metadata.name,
        (spec?.egress ?? []).flatMap(({ ports }) => ports.map(({ port }) => port)).toSorted((a, b) => a - b),
      ]);
    const witnessPort = Number(witness.services['witness']?.environment?.['WITNESS_PORT']);

    expect(Object.fromEntries(open)).toEqual({
      api: [53, 53, 443, 2_113, 3_310, 4_318, 27_017],
      gateway: engines,
      ledger: [53, 53, 443, 2_113, 3_310, witnessPort, 4_318, 27_017],
      projector: engines,
      scheduler: engines,
    });
  });

  it('is a private authority where there is one, for every program', () => {
    for (const pod of pods) {
      const file = named('NODE_EXTRA_CA_CERTS')(pod)?.value ?? '';
      expect(at(pod, dirname(file))?.secret).toEqual({ secretName: 'liuhen-ca', optional: true });
      expect(read('kubernetes/base.yaml')).toContain(`tlsCAFile=${encodeURIComponent(file)}`);
    }
  });

  it('is a policy of witnesses for the ledger, and a scanner, where one is named, for those that take evidence in', () => {
    for (const pod of pods) {
      const policy = named('LIUHEN_WITNESS_POLICY')(pod)?.value;
      expect(policy).toBe(pod.name === 'ledger' ? '/etc/liuhen-witness/policy' : undefined);
      if (policy !== undefined) expect(at(pod, dirname(policy))?.configMap).toEqual({ name: 'liuhen-witness' });
      expect(named('LIUHEN_SCANNER')(pod)?.valueFrom?.configMapKeyRef).toEqual(
        KEEPERS.includes(pod.name) ? { name: 'liuhen-evidence', key: 'scanner', optional: true } : undefined,
      );
    }
  });
});
