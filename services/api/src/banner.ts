import { resolve } from 'node:path';
import type { RunningService } from './service';

/** One screen: what is served, and where. */
export const banner = (service: RunningService, data: string): string => {
  const { origin } = new URL(service.graphql);

  return [
    '留痕 liuhen — 测管协同案件管理 / case management for monitoring and enforcement',
    '',
    `  GraphQL 接口与浏览器页面 / API and explorer   ${service.graphql}`,
    `  订阅 / subscriptions                          ${service.websocket}`,
    ...(service.hj212 === null
      ? []
      : [`  HJ 212 设备接入 / monitoring devices          tcp://${service.hj212.host}:${service.hj212.port}`]),
    `  存活与就绪 / alive and ready                  ${origin}/healthz  ${origin}/readyz`,
    `  数据目录 / data folder                        ${resolve(data)}`,
    '',
    ...(service.trustsEmbeddedIssuer
      ? [
          '  签发令牌 / make a token:  npm run liuhen -- token --help',
          '  内置签发仅供试用：能读数据目录者可冒充任何人，正式使用请配置 LIUHEN_ISSUERS',
          '  The embedded issuer is for a first look: whoever reads the data folder signs as anybody; name LIUHEN_ISSUERS for use',
        ]
      : []),
    '  停止 / stop:              Ctrl-C',
    '',
  ].join('\n');
};
