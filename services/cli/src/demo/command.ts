import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { banner, startService, type RunningService } from '@liuhen/api';
import { logger, readConfig } from '@liuhen/infra';
import { LiuhenError } from '@liuhen/workflows';
import { PEOPLE, ROLES, type Role } from './people';
import { play } from './play';
import { Stage } from './stage';
import { printedStory, silentStory } from './story';

export interface DemoOptions {
  readonly once?: boolean;
  readonly json?: boolean;
}

/** A day, seconds: longer than anyone looks at a demonstration. */
const TOKEN_LIFE = 86_400;

const tokensOf = async (service: RunningService): Promise<Readonly<Record<Role, string>>> => {
  const issuedAt = Math.floor(Date.now() / 1_000);
  const signed = await Promise.all(
    ROLES.map(async (role) => [role, await service.issuer.issue(PEOPLE[role], { issuedAt, seconds: TOKEN_LIFE })] as const),
  );

  return Object.fromEntries(signed) as Record<Role, string>;
};

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const printTokens = (tokens: Readonly<Record<Role, string>>): void => {
  print('\n各角色令牌（请求头 Authorization: Bearer …） / tokens, valid for a day:');
  for (const role of ROLES)
    print(`\n  ${PEOPLE[role].name} ${PEOPLE[role].organisation} ${PEOPLE[role].office} (${PEOPLE[role].function})\n  ${tokens[role]}`);
};

const untilInterrupted = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });

/** Starts a service on a fresh folder, plays the demonstration against it, and leaves it running unless told otherwise. */
export const demo = async ({ once = false, json = false }: DemoOptions): Promise<void> => {
  const began = performance.now();
  const data = mkdtempSync(join(tmpdir(), 'liuhen-demo-'));
  const ports = once || json ? { LIUHEN_PORT: '0', LIUHEN_HJ212_PORT: '0' } : {};
  const whole = { LIUHEN_ROLES: undefined, LIUHEN_READ_MODELS: undefined };
  const config = readConfig({
    ...ports,
    ...process.env,
    ...whole,
    LIUHEN_DATA: data,
    LIUHEN_LOG_LEVEL: process.env['LIUHEN_LOG_LEVEL'] ?? 'error',
  });
  const service = await startService(config, logger(config.logLevel));
  try {
    const tokens = await tokensOf(service);
    const story = json ? silentStory : printedStory(print);
    const stage = new Stage({ graphql: service.graphql, websocket: service.websocket, tokens, story });
    if (service.hj212 === null) throw new LiuhenError('INTERNAL', 'the demonstration needs the gateway');
    const played = await play(stage, service.hj212);
    const { accepted, rejected, unknownDevice } = service.frames();
    const frames = { accepted, rejected, unknownDevice };
    const seconds = Number(((performance.now() - began) / 1_000).toFixed(2));
    const events = await service.countEvents();
    if (json) print(JSON.stringify({ frames, events, ...played, seconds }));
    else print(`\n共 ${events} 个事件，${played.acts} 次行为，用时 ${seconds} 秒 / ${events} events, ${played.acts} acts, ${seconds} s`);
    if (once || json) return;
    printTokens(tokens);
    print(`\n${banner(service, data)}`);
    await untilInterrupted();
  } finally {
    await service.stop();
  }
};
