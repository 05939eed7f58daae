import { Command } from 'commander';
import { demo, type DemoOptions } from './demo/command';
import { fsckCommand, type FsckCommandOptions } from './fsck';
import { rebuild, type RebuildOptions } from './projections';
import { token, type TokenOptions } from './token';

const DATA = process.env['LIUHEN_DATA'] ?? './data';

const program = new Command('liuhen').description('留痕：测管协同案件管理 / case management for monitoring and enforcement');

program
  .command('demo')
  .description('演示一件案件的全过程 / plays one real matter from frame to close-out')
  .option('--once', '演示后退出 / end afterwards')
  .option('--json', '只输出一份 JSON 摘要 / print one JSON summary instead of the story')
  .action((options: DemoOptions) => demo(options));

program
  .command('projections')
  .description('读模型 / read models')
  .command('rebuild')
  .description('由事件日志重建全部视图并切换 / rebuild all from the log, then swap')
  .option('--data <folder>', '数据目录 / data folder', DATA)
  .action((options: RebuildOptions) => rebuild(options));

program
  .command('fsck')
  .description('由事件库重算整个账本，指出第一处不符 / recomputes the ledger from the log, says the first difference')
  .option('--data <folder>', '数据目录 / data folder', DATA)
  .option('--json', '以 JSON 输出 / as JSON')
  .action((options: FsckCommandOptions) => fsckCommand(options));

program
  .command('token')
  .description('签发令牌 / sign a token')
  .requiredOption('--person <id>', '人员身份号 / person id')
  .requiredOption('--name <name>', '姓名 / name')
  .requiredOption('--organisation <name>', '单位 / organisation')
  .requiredOption('--office <name>', '部门 / office')
  .requiredOption('--function <function>', '职能 / function')
  .requiredOption('--jurisdiction <code>', '行政区划代码 / GB/T 2260 code')
  .option('--hours <n>', '有效小时数 / hours valid', '8')
  .option('--data <folder>', '数据目录 / data folder', DATA)
  .action((options: TokenOptions) => token(options));

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
