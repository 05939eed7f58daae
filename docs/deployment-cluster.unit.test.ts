import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Service {
  readonly hostname?: string;
  readonly user?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: object;
}

const text = readFileSync(join(__dirname, '../infra/deploy/compose.cluster.yaml'), 'utf8');
const { services, volumes } = parse(text, { merge: true, customTags: [{ tag: '!override', collection: 'map' }] }) as Compose;
const NODES = ['node1', 'node2', 'node3'];
const nodes = Object.values(services).filter(({ hostname }) => hostname !== undefined);
const script = services['certificates']?.command?.[0] ?? '';

/** Names of the services that mount a volume, and where. */
const mountsOf = (volume: string): readonly (readonly [string, string])[] =>
  Object.entries(services).flatMap(([name, { volumes: all = [] }]) =>
    all.filter((each) => each.split(':')[0] === volume).map((each) => [name, each.slice(volume.length + 1)] as const),
  );

describe('the KurrentDB nodes of the cluster', () => {
  it('tell clients and each other the one name that their certificate has, and find the two others', () => {
    expect(nodes.map(({ hostname }) => hostname)).toEqual(NODES);
    for (const { hostname = '', environment } of nodes) {
      expect(environment).toMatchObject({
        KURRENTDB_CLUSTER_SIZE: '3',
        KURRENTDB_NODE_HOST_ADVERTISE_AS: hostname,
        KURRENTDB_REPLICATION_HOST_ADVERTISE_AS: hostname,
        KURRENTDB_GOSSIP_SEED: NODES.filter((name) => name !== hostname)
          .map((name) => `${name}:2113`)
          .join(','),
      });
    }
    expect(script).toMatch(/for n in 1 2 3;/u);
    expect(script).toMatch(/-out \/node\$\$n\/tls -dns-names node\$\$n,localhost /u);
  });

  it('read a key and a certificate that are theirs: made by root, for the user of their image', () => {
    expect(services['certificates']?.user).toBe('0:0');
    expect(script).toMatch(/chown -R 1000:1000 \/node\$\$n\/tls$/mu);
    for (const { environment, volumes: all = [] } of nodes) {
      expect(environment).toMatchObject({
        KURRENTDB_CERTIFICATE_FILE: '/certs/node/tls/node.crt',
        KURRENTDB_CERTIFICATE_PRIVATE_KEY_FILE: '/certs/node/tls/node.key',
        KURRENTDB_TRUSTED_ROOT_CERTIFICATES_PATH: '/certs/ca',
      });
      expect(all.map((volume) => volume.split(':')[1])).toEqual(['/var/lib/kurrentdb', '/certs/ca', '/certs/node']);
    }
  });

  it('keep the key of the authority from everybody, and the key of each from the others', () => {
    expect(script).toMatch(/create-ca -out \/authority\/ca$/mu);
    expect(mountsOf('authority')).toEqual([['certificates', '/authority']]);
    expect(NODES.map((name) => mountsOf(name).map(([service]) => service))).toEqual([
      ['certificates', 'kurrentdb'],
      ['certificates', 'node2'],
      ['certificates', 'node3'],
    ]);
    expect(mountsOf('trust').filter(([, where]) => where !== '/certs/ca:ro')).toEqual([['certificates', '/trust']]);
    expect(script.match(/\/trust\S*/gu)).toEqual(['/trust/ca.crt']);
  });

  it('have a volume for all that is mounted, and an address whose file of the authority our programs can read', () => {
    const mounted = Object.values(services).flatMap(({ volumes: all = [] }) => all.map((each) => each.split(':')[0] ?? ''));
    const [, address = ''] = /LIUHEN_EVENTS='([^']+)'/u.exec(text) ?? [];

    expect(Object.keys(volumes).sort()).toEqual([...new Set(mounted)].filter((name) => name !== 'events').sort());
    expect(new URL(address.replace(/,[^?]*/u, '')).searchParams.get('tlsCAFile')).toBe('/certs/ca/ca.crt');
    for (const name of ['api', 'gateway', 'ledger', 'projector', 'scheduler']) {
      expect(services[name]?.volumes).toEqual(['trust:/certs/ca:ro']);
    }
    for (const node of NODES) expect(address).toContain(`${node}:2113`);
  });
});
