import { z } from 'zod';
import { EMBEDDED, EVENTS_ADDRESS } from '../event-store/open';
import { SCANNER_ADDRESS } from '../evidence/scanner';
import { SUITE_NAMES } from '../ledger/suite';

const port = z.coerce.number().int().min(0).max(65_535);
const megabytes = z.coerce.number().positive().max(1_024);

/** What one process does; the embedded default does all of it in one. */
export const ROLES = ['api', 'gateway', 'projector', 'scheduler', 'ledger'] as const;

export type Role = (typeof ROLES)[number];

const roles = z
  .string()
  .default(ROLES.join(','))
  .transform((text) => text.split(',').map((role) => role.trim()))
  .pipe(z.array(z.enum(ROLES)).min(1));

const readModels = z.union([z.literal('embedded'), z.string().regex(/^mongodb(\+srv)?:\/\/./u)]);

/** Every environment variable that the programs read; the README's table is held against this one by a test. */
export const VARIABLES = z.object({
  LIUHEN_DATA: z.string().min(1).default('./data').describe('数据目录 / data folder'),
  LIUHEN_KEYS: z
    .string()
    .default('')
    .describe(
      '密钥目录，须在数据目录之外；试用可空，正式环境必填 / folder of the keys, outside the data folder; may be empty in a trial only',
    ),
  LIUHEN_EVENTS: z
    .string()
    .regex(EVENTS_ADDRESS, 'embedded, or kurrentdb://user:password@host:2113')
    .default(EMBEDDED)
    .describe('事件存储：embedded 或 kurrentdb:// 地址 / event log: embedded, or a KurrentDB address'),
  LIUHEN_DEPLOYMENT: z
    .string()
    .regex(/^[\w.-]{1,60}$/, 'letters, digits, dot, hyphen, underscore')
    .default('liuhen')
    .describe('部署名，一库一部署 / name of the deployment that a database belongs to'),
  LIUHEN_READ_MODELS: readModels
    .default('embedded')
    .describe('查询视图存放处：embedded 或 mongodb:// 地址 / where read models live: embedded, or a mongodb:// URL'),
  LIUHEN_ROLES: roles.describe('本进程承担的角色 / what this process does'),
  LIUHEN_PARTITIONS: z.coerce
    .number()
    .int()
    .min(1)
    .max(16)
    .default(1)
    .describe('查询视图分几组维护 / parts of the read models, each kept by one projector at a time'),
  LIUHEN_HOST: z.string().min(1).default('127.0.0.1').describe('监听地址 / address to listen on'),
  LIUHEN_PORT: port.default(4000).describe('GraphQL 端口，0 为任选 / GraphQL port, 0 for any'),
  LIUHEN_HJ212_PORT: port.default(6212).describe('HJ 212 设备接入端口 / port for monitoring devices'),
  LIUHEN_TLS_CERT: z.string().default('').describe('TLS 证书文件（PEM，含证书链），空为不加密 / certificate and chain; empty for no TLS'),
  LIUHEN_TLS_KEY: z.string().default('').describe('TLS 私钥文件（PEM）/ private key of the certificate'),
  LIUHEN_TLS_CLIENT_CA: z
    .string()
    .default('')
    .describe('客户端证书签发机构（PEM），空为不要求 / authorities of client certificates, which are then required'),
  LIUHEN_TLS_CLIENT_CERT: z
    .enum(['auto', 'optional'])
    .default('auto')
    .describe(
      '客户端证书：auto 在指定签发机构时必须出示；optional 可出示，供令牌绑定 / client certificates: auto requires them where authorities are named; optional asks for one, for tokens that are bound to it',
    ),
  LIUHEN_HJ212_TLS: z
    .enum(['on', 'off'])
    .default('off')
    .describe('设备接入是否用同一 TLS 证书 / do devices speak TLS too, with the same certificate'),
  LIUHEN_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info').describe('日志级别 / log level'),
  LIUHEN_BODY_LIMIT_MB: megabytes.default(2).describe('请求体上限（MB）/ largest request body'),
  LIUHEN_CONNECTIONS: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(10_000)
    .describe('同时连接数上限，超出即断开 / connections open at once; more are cut off'),
  LIUHEN_KEY_DEVICE: z
    .string()
    .default('')
    .describe('密钥设备（KMS、PKCS#11）前置程序，空为文件 / program in front of a KMS or HSM that holds the keys; empty for files'),
  LIUHEN_EVIDENCE_LIMIT_MB: z.coerce.number().positive().max(10_240).default(200).describe('单个证据文件上限（MB）/ largest evidence file'),
  LIUHEN_SCANNER: z
    .union([z.literal('off'), z.string().regex(SCANNER_ADDRESS, 'clamd://host:port or clamd:/path')])
    .default('off')
    .describe('恶意代码扫描（clamd 地址），off 为关闭 / malware scanner, clamd://host:port or clamd:/path, or off'),
  LIUHEN_MODE: z
    .enum(['trial', 'production'])
    .default('trial')
    .describe('production 关闭浏览器页面、接口自省与内置签发 / production turns off the explorer, introspection and the embedded issuer'),
  LIUHEN_OPERATIONS: z
    .string()
    .default('')
    .describe('准许的操作清单（JSON 文件），空为不限 / file that lists the operations allowed, sha256 and document; empty for any'),
  LIUHEN_ISSUERS: z.string().default('').describe('受信任身份签发方清单（JSON 文件）/ file that lists the trusted identity issuers'),
  LIUHEN_EMBEDDED_ISSUER: z
    .enum(['auto', 'on', 'off'])
    .default('auto')
    .describe('内置签发：auto 仅限本机试用 / embedded issuer: auto is for a trial on this machine only'),
  LIUHEN_REQUESTS_PER_MINUTE: z
    .union([z.literal('auto'), z.coerce.number().int().min(0)])
    .default('auto')
    .describe(
      '每人每分钟请求上限，每地址为其十倍，未登录者为其十分之一；auto：正式环境 600，试用不限；0 为不限 / requests a person may make, an address ten times that, a stranger a tenth; auto: 600 in production; 0: no limit',
    ),
  LIUHEN_PROXIES: z
    .string()
    .default('')
    .describe('所信任的反向代理地址或网段，逗号分隔 / proxies whose X-Forwarded-For is believed, addresses or networks, by commas'),
  LIUHEN_PROXY_CLIENT_CERT: z
    .enum(['on', 'off'])
    .default('off')
    .describe(
      '是否采信上述代理以 Client-Cert 头（RFC 9440）转交的客户端证书 / is the client certificate believed that these proxies hand on in Client-Cert, RFC 9440',
    ),
  LIUHEN_PUBLIC_ORIGIN: z
    .string()
    .default('')
    .describe(
      '对外地址（https://主机），可多个，逗号分隔；空为监听地址；DPoP 证明须以此签名 / origins under which clients know the service, by commas; empty for the address listened on; DPoP proofs name them',
    ),
  LIUHEN_METRICS_PORT: z
    .union([z.literal('off'), port])
    .default('off')
    .describe('Prometheus 指标端口，off 为关闭 / port of the metrics for Prometheus, or off'),
  LIUHEN_TRACES: z
    .union([z.literal('off'), z.url({ protocol: /^https?$/ })])
    .default('off')
    .describe('OTLP 追踪地址，off 为关闭 / OTLP address for traces, e.g. http://collector:4318/v1/traces, or off'),
  LIUHEN_LAG_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(86_400)
    .default(60)
    .describe('读模型落后超过此秒数即未就绪 / read models this far behind are not ready'),
  LIUHEN_LEDGER_SUITE: z
    .enum(SUITE_NAMES)
    .default('sha256-ed25519')
    .describe('账本算法，国密为 sm3-sm2 / hash and signature of the ledger'),
  LIUHEN_LEDGER_ORIGIN: z
    .string()
    .regex(/^[^\s+]*$/u)
    .default('')
    .describe('账本名称（不含协议的网址），空为自动 / name of the ledger, a URL without scheme; empty for one made up'),
  LIUHEN_CHECKPOINT_SECONDS: z.coerce
    .number()
    .min(0.05)
    .max(86_400)
    .default(10)
    .describe('检查点间隔（秒）/ longest wait for a signed head'),
  LIUHEN_CHECKPOINT_EVENTS: z.coerce.number().int().min(1).max(1_000_000).default(5_000).describe('检查点事件数 / events to a signed head'),
  LIUHEN_WITNESS_POLICY: z.string().default('').describe('见证方策略文件，空为无 / file that names the witnesses and their quorum'),
  LIUHEN_FSCK_HOURS: z.coerce
    .number()
    .min(0.001)
    .max(8_784)
    .default(24)
    .describe('自检间隔（小时）/ hours between self-checks of the ledger'),
  LIUHEN_ANSWER_SECONDS: z.coerce.number().min(0.05).max(600).default(20).describe('最长应答秒数 / longest wait for an answer'),
  LIUHEN_STOP_SECONDS: z.coerce.number().int().min(1).max(600).default(15).describe('停止时等待未完请求的秒数 / patience at a stop'),
});

export interface Variable {
  readonly name: string;
  readonly default: string;
  readonly meaning: string;
}

export const variables: readonly Variable[] = Object.entries(VARIABLES.shape).map(([name, shape]) => ({
  name,
  default: String(shape.parse(undefined)),
  meaning: shape.description ?? '',
}));
