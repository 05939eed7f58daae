import { readFileSync } from 'node:fs';
import { EXIT_CODES, parsePolicy, parseVerifier, verifyPackage, type AuditVerdict, type Verifier, type WitnessPolicy } from '@liuhen/infra';
import { type Command } from 'commander';
import { makeParts } from './report/report';

export interface VerifyCommandOptions {
  readonly key: readonly string[];
  readonly witnessKey?: readonly string[];
  readonly policy?: string;
  readonly json?: boolean;
}

const WORDS: Readonly<Record<AuditVerdict['verdict'], string>> = {
  good: '核验通过 / VALID',
  bad: '核验不通过 / NOT VALID',
  unlawful: '记录真实，但有违法行为 / INTACT BUT UNLAWFUL',
  unreadable: '无法核验 / CANNOT BE VERIFIED',
};

const mark = (holds: boolean | null): string => {
  if (holds === null) return '未核 -- ';
  return holds ? '成立 ok ' : '不成立 NO';
};

const witnessLines = ({ witnesses, head }: AuditVerdict): readonly string[] => {
  const names = Object.entries(witnesses);
  if (head !== null && names.length === 0)
    return ['  未以见证方公钥核验，不能排除账本分叉 / no witness key given: a forked ledger would not show'];

  return names.map(([name, time]) => `  见证 / witnessed by ${name}  ${new Date(time * 1_000).toISOString()}`);
};

const lawLines = ({ law }: AuditVerdict): readonly string[] =>
  law === null
    ? []
    : [
        `重新裁判 ${law.judged} 项行为，另有 ${law.partly} 项只能核对程序、职能与管辖 / ${law.judged} acts judged anew, ${law.partly} by procedure, function and area only`,
      ];

const sealLines = ({ seals }: AuditVerdict): readonly string[] =>
  seals === null || seals.sealed + seals.forgotten.length === 0
    ? []
    : [
        `封存的个人信息 ${seals.sealed} 处，其中密钥已销毁 ${seals.keyDestroyed} 处 / ${seals.sealed} particulars sealed, ${seals.keyDestroyed} of them: sealed, key destroyed`,
        ...seals.forgotten.map(({ subject, orderedBy, basis }) => `  密钥已销毁 / key destroyed: ${subject}（${orderedBy}：${basis}）`),
      ];

/** The verdict as a person reads it. */
export const toldVerdict = (verdict: AuditVerdict): string =>
  [
    WORDS[verdict.verdict],
    verdict.message.zh,
    verdict.message.en,
    ...(verdict.head === null
      ? []
      : ['', `账本 / ledger  ${verdict.head.origin}  ${verdict.head.suite}  ${verdict.head.size} 个事件 / events  ${verdict.head.root}`]),
    ...verdict.checks.map(({ name, holds }) => `  ${mark(holds)}  ${name.zh} / ${name.en}`),
    ...witnessLines(verdict),
    ...lawLines(verdict),
    ...sealLines(verdict),
    '',
  ].join('\n');

const policyOf = ({ policy, witnessKey = [] }: VerifyCommandOptions): WitnessPolicy => {
  if (policy !== undefined) return parsePolicy(readFileSync(policy, 'utf8'));
  if (witnessKey.length === 0) return parsePolicy('quorum none');
  const names = witnessKey.map((_, at) => `w${at + 1}`);

  return parsePolicy(
    [...witnessKey.map((vkey, at) => `witness ${names[at] ?? ''} ${vkey}`), `group all all ${names.join(' ')}`, 'quorum all'].join('\n'),
  );
};

/** A key as it is written, or the name of a file that holds some. */
const keysOf = (given: string): readonly Verifier[] => {
  if (given.includes('+')) return [parseVerifier(given)];

  return readFileSync(given, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parseVerifier);
};

/** Verifies a package and prints the verdict; the exit code says it too. */
export const verifyCommand = async (file: string, options: VerifyCommandOptions): Promise<void> => {
  const keys = options.key.flatMap(keysOf);
  const verdict = await verifyPackage(file, { keys, policy: policyOf(options), makeParts });
  process.stdout.write(options.json === true ? `${JSON.stringify(verdict)}\n` : toldVerdict(verdict));
  process.exitCode = EXIT_CODES[verdict.verdict];
};

/** `FILE --key … [--witness-key …] [--policy …] [--json]`, under whatever name. */
export const withVerifyArguments = (command: Command): Command =>
  command
    .description('离线核验审计包 / verifies an audit package, without server or network')
    .argument('<file>', '审计包 / package')
    .requiredOption('--key <keys...>', '账本公钥或其文件 / public keys of the ledger, or a file of them')
    .option('--witness-key <keys...>', '见证方公钥，须全部会签 / keys of witnesses, all of whom must have cosigned')
    .option('--policy <file>', '见证方策略文件 / policy file, in place of witness keys')
    .option('--json', '以 JSON 输出 / as JSON')
    .addHelpText('after', '\n退出码 / exit code: 0 通过 good, 1 不通过 bad, 2 违法 unlawful, 3 无法读取 unreadable')
    .action((file: string, options: VerifyCommandOptions) => verifyCommand(file, options));
