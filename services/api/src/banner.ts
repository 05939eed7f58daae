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
    '  签发令牌 / make a token:  npm run liuhen -- token --help',
    '  停止 / stop:              Ctrl-C',
    '',
  ].join('\n');
};
