import type { Text } from './text';

/**
 * The one table of error codes. Every refusal, denial, input error and fault carries one of these keys;
 * each says what happened and what to do. Sentences may be refined at the place of use, codes may not.
 */
export const ERROR_CODES = {
  WRONG_STAGE: { zh: '案件尚未到达或已离开该环节，请查看可办事项', en: 'The case is not at this stage; look at availableActs' },
  GUARD_REFUSED: { zh: '法定条件不满足，请按所列缺项补正', en: 'A legal condition is not met; supply what is listed as missing' },
  CLOSE_OUT_BLOCKED: { zh: '存在销号障碍，不得结案，请逐项消除', en: 'Close-out is blocked; remove each blocker listed' },
  NOT_COMPETENT: { zh: '该职能部门无权实施此行为', en: 'This function may not perform the act; ask the competent office' },
  OUT_OF_JURISDICTION: { zh: '超出管辖区域', en: 'Outside your jurisdiction; ask the office that covers the place' },
  NOT_OWN_PARTY: { zh: '仅可办理本单位的事项', en: 'Not about the party you speak for; act on your own matters only' },
  STALE_REVISION: { zh: '案件已被他人更新，请刷新后重试', en: 'Somebody else acted first; read again and retry' },
  INVALID_INPUT: { zh: '输入有误，请按字段提示更正', en: 'The input is wrong; correct the fields named' },
  UNKNOWN_ID: { zh: '编号不存在或无权知悉', en: 'The id does not exist, or is not yours to know' },
  KEY_REUSED: { zh: '幂等键已用于另一内容的请求，请换用新键', en: 'The idempotency key was used for another request; use a new key' },
  UNAUTHENTICATED: { zh: '未登录或令牌无效，请重新登录', en: 'No valid token; sign in again' },
  TOKEN_EXPIRED: { zh: '令牌已过期，请重新登录', en: 'The token has expired; sign in again' },
  TOKEN_INVALID: { zh: '令牌无效或被伪造', en: 'The token is malformed or forged; sign in again' },
  TOKEN_UNBOUND: {
    zh: '该签发方的令牌须绑定持有者，此令牌未绑定，请以客户端证书或 DPoP 密钥重新登录',
    en: 'Tokens of this issuer have to be bound to their holder and this one is not; sign in again with a certificate or a DPoP key',
  },
  CERTIFICATE_MISSING: {
    zh: '令牌已绑定客户端证书，而连接未出示证书，请以该证书连接后重试',
    en: 'The token is bound to a client certificate and none was shown; connect with that certificate and retry',
  },
  CERTIFICATE_DIFFERS: {
    zh: '令牌绑定的是另一客户端证书，请以该证书连接，或以现有证书重新登录',
    en: 'The token is bound to another client certificate; connect with that one, or sign in again with this one',
  },
  PROOF_MISSING: {
    zh: '令牌须附持有证明，请以 Authorization: DPoP 提交并附 DPoP 请求头',
    en: 'The token needs a proof that you hold it; send it as Authorization: DPoP, with a DPoP header',
  },
  PROOF_INVALID: {
    zh: '持有证明与令牌、密钥或本次请求不符，请以令牌所绑定的密钥为本次请求重新签名',
    en: 'The proof does not fit the token, its key or this request; sign a new one for this request with the key of the token',
  },
  PROOF_STALE: {
    zh: '持有证明的时间不在有效时段内，请校准时钟并重新签名',
    en: 'The proof is too old, or of a time to come; set your clock and sign a new one',
  },
  PROOF_NONCE: {
    zh: '持有证明须含本服务给出的一次性随机值，请取 DPoP-Nonce 后重新签名',
    en: 'The proof has to hold the nonce of this process; take it from DPoP-Nonce and sign a new one',
  },
  PROOF_REPLAYED: {
    zh: '该持有证明已使用过，请为每次请求重新签名；如非本人重发，请通知信息安全人员',
    en: 'This proof was used before; sign a new one for each request, and tell the security officer if the other use was not yours',
  },
  PROOFS_FULL: {
    zh: '短时间内持有证明过多，暂不能受理，请稍后重试',
    en: 'Too many proofs in a short time, and none may be forgotten yet; retry as long after as Retry-After says',
  },
  ISSUER_UNREACHABLE: {
    zh: '身份签发方的公钥暂时无法取得，请稍后重试',
    en: 'The keys of the identity issuer cannot be had; retry later, then call the operator',
  },
  FORBIDDEN: { zh: '无权查询该内容', en: 'Not yours to see' },
  GRAPHQL_PARSE_FAILED: { zh: '请求不是合法的 GraphQL 文本', en: 'The request is not GraphQL; correct its syntax' },
  GRAPHQL_VALIDATION_FAILED: {
    zh: '请求与接口定义不符，请对照 schema 更正',
    en: 'The request does not fit the schema; correct the fields named',
  },
  BAD_USER_INPUT: { zh: '变量与声明的类型不符', en: 'A variable does not fit its declared type' },
  BAD_REQUEST: { zh: '请求格式有误，应以 application/json 提交 query', en: 'Not a GraphQL request; POST application/json with a query' },
  NOT_FOUND: { zh: '没有此地址', en: 'No such address' },
  TOO_MANY_SUBSCRIPTIONS: { zh: '一个连接的订阅数超限', en: 'Too many subscriptions on one connection; open another' },
  QUERY_TOO_DEEP: { zh: '查询嵌套过深，请分次查询', en: 'The query is nested too deeply; ask in several requests' },
  QUERY_TOO_LARGE: { zh: '查询的字段、别名或片段过多，请分次查询', en: 'Too many fields, aliases or fragments; ask in several requests' },
  QUERY_TOO_COSTLY: { zh: '查询代价过高，请减少每页条数或嵌套', en: 'The query costs too much; ask for fewer rows or less of each' },
  INTROSPECTION_OFF: {
    zh: '正式环境不提供接口自省，请查阅随版本发布的 schema.graphql',
    en: 'Introspection is off; read the schema.graphql of the release',
  },
  OPERATION_NOT_LISTED: {
    zh: '该操作不在本服务准许的清单内，请由运维登记后使用',
    en: 'The operation is not on the list that this service runs; have the operator add it',
  },
  RATE_LIMITED: { zh: '请求过于频繁，请稍后重试', en: 'Too many requests; wait as long as Retry-After says' },
  TOO_SLOW: { zh: '请求传送过慢，请在网络较好时重试', en: 'The request came in too slowly; retry over a better line' },
  BODY_TOO_LARGE: { zh: '请求体过大', en: 'The request is too large; send evidence files apart from the request' },
  PAGE_TOO_LARGE: { zh: '每页条数超限', en: 'The page is too large; ask for fewer rows' },
  BAD_CURSOR: { zh: '游标无效，请从首页重新查询', en: 'The cursor is not valid; start from the first page' },
  SLOW_CONSUMER: {
    zh: '订阅端接收过慢，连接关闭，请从上次位置续订',
    en: 'The subscriber is too slow; resubscribe after its last position',
  },
  NOT_FRESH_IN_TIME: {
    zh: '查询视图未能及时追上指定位置，请稍后重试',
    en: 'The read model did not reach the asked position in time; retry',
  },
  SHUTTING_DOWN: { zh: '服务正在停止，请稍后重试', en: 'The service is stopping; retry elsewhere or later' },
  LEASE_LOST: { zh: '租约已由另一进程接管，本进程待命', en: 'Another process has taken over the lease; this one stands by' },
  STORAGE_FULL: { zh: '存储空间不足，事项未登记，请联系运维后重试', en: 'Storage is full; nothing was written; free space and retry' },
  STORAGE_FAILED: { zh: '存储故障，事项未登记', en: 'Storage failed; nothing was written; retry, then call the operator' },
  EVIDENCE_TYPE: {
    zh: '文件类型不予接收，或内容与所称类型不符，请核对后重新提交',
    en: 'The type of the file is not taken, or its content is not what it says; check the file and hand it in again',
  },
  EVIDENCE_DIGEST: {
    zh: '文件内容与所报摘要不符，未予保存，请重新计算摘要或重新传送',
    en: 'The content does not have the digest that was told; nothing is kept; compute it anew or send the file again',
  },
  EVIDENCE_INFECTED: {
    zh: '文件含恶意代码，未予保存，请通知信息安全人员',
    en: 'The file holds malware; nothing is kept; tell the security officer',
  },
  SCANNER_UNREACHABLE: {
    zh: '恶意代码扫描服务不可用，文件未予保存，请稍后重试',
    en: 'The malware scanner does not answer; nothing is kept; retry later, then call the operator',
  },
  KEY_DEVICE_FAILED: {
    zh: '密钥设备未能完成操作，请检查设备及其连接后重试',
    en: 'The key device did not do it; check the device and its connection, then retry',
  },
  NOT_SEALED: {
    zh: '个人信息须密封登记，本服务未配置密钥库',
    en: 'Personal particulars are kept sealed only, and this service has no key vault; configure one',
  },
  STORE_LOCKED: { zh: '数据目录正由另一进程写入', en: 'Another process writes this data folder; stop it first or use another folder' },
  STORE_TOO_NEW: { zh: '数据由更新版本的程序写入，请升级程序', en: 'The data was written by a newer version; upgrade the program' },
  STORE_CORRUPT: { zh: '数据目录损坏或不是留痕数据', en: 'The data folder is damaged or not ours; restore from backup' },
  STORE_UNREACHABLE: {
    zh: '存储服务无法连接，请检查地址与网络',
    en: 'The storage server cannot be reached; check its address and the network',
  },
  STORE_DENIED: {
    zh: '存储服务拒绝访问，请检查账号与权限',
    en: 'The storage server denies access; check the credentials and their rights',
  },
  STORE_TOO_OLD: {
    zh: '存储服务版本过旧或不是所需的服务，请升级',
    en: 'The storage server is too old, or another kind of server; upgrade it',
  },
  STORE_OF_OTHERS: {
    zh: '数据库属于另一部署或含有他人数据，请更换数据库或部署名',
    en: 'The database belongs to another deployment or holds data of others; use another database, or its own deployment name',
  },
  CLOCK_APART: {
    zh: '本机时钟与存储服务或日志的时钟相差五分钟以上，请先对时',
    en: 'The clock of this machine is more than five minutes apart from that of the storage server or of the log; set it right first',
  },
  STORE_TRUNCATED: {
    zh: '存储端的流设置会删除或已删除事件，请取消该设置并由备份核对',
    en: 'A setting of a stream on the server lets it remove events, or has; take it away and check against a backup',
  },
  FOREIGN_EVENT: {
    zh: '事件流中有不是本系统写入的事件，该流已隔离，请联系运维',
    en: 'A stream holds an event that this system did not write; the stream is set aside; call the operator',
  },
  OUTCOME_UNKNOWN: {
    zh: '存储服务未应答，事项可能已登记，请用同一幂等键重试',
    en: 'The storage server did not answer; the act may be on record; repeat it with the same idempotency key',
  },
  LEDGER_DIFFERS: {
    zh: '账本与事件库不符，记录可能被改动，请立即通知纪检监察机关并保护现场',
    en: 'The ledger differs from the event store: the record may have been changed; call the auditor and touch nothing',
  },
  PACKAGE_UNREADABLE: { zh: '审计包无法读取', en: 'The audit package cannot be read' },
  CONFIG_INVALID: { zh: '配置有误', en: 'The configuration is wrong; correct the variable named' },
  FOLDER_UNUSABLE: {
    zh: '数据目录无法建立或写入，请检查路径、权限与磁盘',
    en: 'A folder cannot be made or written; check its path, its rights and the disk',
  },
  ADDRESS_UNUSABLE: {
    zh: '监听地址不可用，请停止占用该端口的进程或更换端口',
    en: 'The address to listen on cannot be had; stop whoever uses the port, or use another',
  },
  UNLAWFUL_HISTORY: { zh: '事件历史不合法定程序', en: 'The recorded history does not follow the legal procedure; call the auditor' },
  INTERNAL: { zh: '内部错误，请凭编号联系运维', en: 'Internal error; give the operator the id' },
} as const satisfies Record<string, Text>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** A fault that is not an expected outcome of an act. Recognised by `code`, never by class identity. */
export class LiuhenError extends Error {
  override readonly name = 'LiuhenError';
  constructor(
    readonly code: ErrorCode,
    readonly detail: string,
    options?: { readonly cause?: unknown },
  ) {
    super(`${code}: ${ERROR_CODES[code].zh} / ${ERROR_CODES[code].en} (${detail})`, options);
  }
}

export const hasCode = <C extends ErrorCode>(error: unknown, code: C): error is LiuhenError & { code: C } =>
  error instanceof Error && 'code' in error && error.code === code;
