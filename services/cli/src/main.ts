import { withVerifyArguments } from '@liuhen/verifier';
import { SUITE_NAMES, told } from '@liuhen/infra';
import { Command, Option } from 'commander';
import { exportCommand, type ExportCommandOptions } from './audit/export';
import { demo, type DemoOptions } from './demo/command';
import { fsckCommand, type FsckCommandOptions } from './fsck';
import {
  forgetCommand,
  keysCommand,
  makeKeysCommand,
  rotateCommand,
  type ForgetOptions,
  type MakeOptions,
  type RotateOptions,
} from './ledger';
import { exportReport, type ExportOptions } from './export';
import { copyDevicesCommand, type CopyDevicesOptions } from './devices';
import { DEVICE_OPTION, KEYS_OPTION, withPlace, type Place } from './place';
import { rebuild } from './projections';
import { rules, type RulesOptions } from './rules/command';
import { makeBackup, migrate, restoreBackup, type MigrateOptions, type RestoreBackupOptions } from './storage';
import { token, type TokenOptions } from './token';
import { holdCommand, type WitnessedOptions } from './witnessed';

const DATA = process.env['LIUHEN_DATA'] ?? './data';

const program = new Command('liuhen').description('留痕：测管协同案件管理 / case management for monitoring and enforcement');

program
  .command('demo')
  .description('演示一件案件的全过程 / plays one real matter from frame to close-out')
  .option('--once', '演示后退出 / end afterwards')
  .option('--json', '只输出一份 JSON 摘要 / print one JSON summary instead of the story')
  .action((options: DemoOptions) => demo(options));

withPlace(program.command('projections').description('读模型 / read models').command('rebuild'))
  .description('由事件日志重建全部视图并切换 / rebuild all from the log, then swap')
  .action((options: Place) => rebuild(options));

withPlace(program.command('fsck'))
  .description('由事件库重算整个账本，指出第一处不符 / recomputes the ledger from the log, says the first difference')
  .option('--json', '以 JSON 输出 / as JSON')
  .action((options: FsckCommandOptions) => fsckCommand(options));

const audit = program.command('audit').description('审计包 / audit packages');

withPlace(audit.command('export'))
  .description('导出审计包，导出本身记入事件 / writes an audit package; the export itself is put on record')
  .requiredOption('--out <file>', '写到 / file to write')
  .requiredOption('--why <text>', '事由 / reason, kept on record')
  .requiredOption('--by <id>', '导出人身份号 / person id of who exports')
  .option('--name <name>', '导出人姓名 / name', '审计员')
  .option('--organisation <name>', '导出人单位 / organisation', '纪检监察机关')
  .option(
    '--area <code>',
    '导出人所辖区域，包内只有其可查阅的案卷 / area of who exports; the package holds what they are told of',
    '000000',
  )
  .option('--case <ids...>', '案件编号 / case ids')
  .option('--person <ids...>', '人员身份号 / person ids')
  .option('--from <day>', '登记日起 / recorded on or after')
  .option('--to <day>', '登记日止 / recorded on or before')
  .option('--files', '含证据文件 / with the evidence files')
  .option(
    '--service <url>',
    '正在运行的服务 / service that holds the data folder',
    `http://127.0.0.1:${process.env['LIUHEN_PORT'] ?? '4000'}`,
  )
  .option('--json', '以 JSON 输出 / as JSON')
  .action((options: ExportCommandOptions) => exportCommand(options));

withVerifyArguments(audit.command('verify'));

const ledger = program.command('ledger').description('账本 / the ledger');

const keys = program.command('keys').description('密钥 / keys');

keys
  .command('list')
  .description('账本公钥，现用者在末 / public keys of the ledger, the present one last')
  .option('--data <folder>', '数据目录 / data folder', DATA)
  .option(...KEYS_OPTION)
  .action(keysCommand);

keys
  .command('make')
  .description('首次启动前生成账本密钥并打印公钥 / makes the key of the ledger before its first start, prints its public half')
  .option('--data <folder>', '数据目录 / data folder', DATA)
  .option(...KEYS_OPTION)
  .addOption(
    new Option('--suite <name>', '账本算法 / suite').choices(SUITE_NAMES).default(process.env['LIUHEN_LEDGER_SUITE'] ?? 'sha256-ed25519'),
  )
  .option('--origin <name>', '账本名称 / name of the ledger', process.env['LIUHEN_LEDGER_ORIGIN'])
  .option(...DEVICE_OPTION)
  .action((options: MakeOptions) => makeKeysCommand(options));

keys
  .command('rotate')
  .description(
    '轮换账本密钥，旧私钥即行销毁（服务须停止）/ replaces the key of the ledger and retires the old one, with the service stopped',
  )
  .requiredOption('--by <id>', '下令人身份号 / who orders it')
  .requiredOption('--why <text>', '事由 / reason, kept on record')
  .option('--data <folder>', '数据目录 / data folder', DATA)
  .option(...KEYS_OPTION)
  .option(...DEVICE_OPTION)
  .action((options: RotateOptions) => rotateCommand(options));

withPlace(ledger.command('hold'))
  .description('以另处保存的检查点核对事件库 / holds the log against a checkpoint that was kept elsewhere')
  .requiredOption('--checkpoint <file>', '检查点 / file of the checkpoint')
  .option('--policy <file>', '见证方策略 / policy that its cosignatures must meet')
  .action((options: WitnessedOptions & Place) => holdCommand(options));

program
  .command('forget')
  .description('销毁某人封存信息的密钥（服务须停止）/ destroys the key of a person, with the service stopped')
  .argument('<subject>', '封存信息的主体 / whose particulars')
  .requiredOption('--by <id>', '下令人身份号 / who orders it')
  .requiredOption('--basis <text>', '依据 / legal basis, kept on record')
  .option('--data <folder>', '数据目录 / data folder', DATA)
  .option(...KEYS_OPTION)
  .action((subject: string, options: ForgetOptions) => forgetCommand(subject, options));

program
  .command('export')
  .description('导出报表为 CSV 或 XLSX / a report as CSV or XLSX from a running service')
  .argument('<report>', '如 issueLedger.xlsx / e.g. issueLedger.xlsx')
  .option('--server <url>', '服务地址 / address of the service', 'http://127.0.0.1:4000')
  .requiredOption('--token <token>', '令牌 / token')
  .option('--filter <name=value...>', '筛选条件 / filters of the question')
  .option('--out <file>', '文件，缺省为报表名 / file, by default named like the report')
  .action((report: string, options: ExportOptions) => exportReport(report, options));

program
  .command('rules')
  .description('每条规则由何承载、由何测试 / each rule with what carries it and which tests hold it; needs the sources')
  .option('--json', '输出 JSON / print JSON')
  .option('--page', '写 docs/rules.md / write docs/rules.md')
  .action((options: RulesOptions) => rules(options));

program
  .command('token')
  .description('签发令牌 / sign a token')
  .requiredOption('--person <id>', '人员身份号 / person id')
  .requiredOption('--name <name>', '姓名 / name')
  .requiredOption('--organisation <name>', '单位 / organisation')
  .requiredOption('--office <name>', '部门 / office')
  .requiredOption('--function <function>', '职能 / function')
  .requiredOption('--jurisdiction <code>', '行政区划代码 / GB/T 2260 code')
  .option('--party <id>', '所代表的当事人编号 / id of the party that the person speaks for')
  .option('--hours <n>', '有效小时数 / hours valid', '8')
  .option('--data <folder>', '数据目录 / data folder', DATA)
  .action((options: TokenOptions) => token(options));

program
  .command('migrate')
  .description('将事件日志迁至另一存储，可续传并核对 / moves the log to another engine; resumable, compared at the end')
  .option('--from <place>', '数据目录或地址 / data folder or address', DATA)
  .requiredOption('--to <place>', '数据目录或地址 / data folder or address, e.g. kurrentdb://host:2113')
  .option('--deployment <name>', '部署名 / name of the deployment', process.env['LIUHEN_DEPLOYMENT'] ?? 'liuhen')
  .option('--read-models <url>', '实时数据与隔离帧一并迁往 / series and quarantine of devices go there too, e.g. mongodb://host/liuhen')
  .option('--ledger <folder>', '源账本所在数据目录 / data folder with the ledger of the source, where that is a server')
  .option(...KEYS_OPTION)
  .action((options: MigrateOptions) => migrate(options));

program
  .command('devices')
  .description('监测设备 / monitoring devices')
  .command('copy')
  .description('复制实时数据与隔离帧，可重复执行 / copies series and quarantine of devices, which no log holds; may be repeated')
  .requiredOption('--from <place>', '数据目录或地址 / data folder, or mongodb://host/liuhen')
  .requiredOption('--to <place>', '数据目录或地址 / data folder, or mongodb://host/liuhen')
  .action((options: CopyDevicesOptions) => copyDevicesCommand(options));

program
  .command('backup')
  .description('在线备份数据目录 / backs up the data folder while it is in use')
  .option('--data <folder>', '数据目录 / data folder', DATA)
  .requiredOption('--to <folder>', '备份目录，须为空 / folder of the backup, empty')
  .action((options: { data: string; to: string }) => makeBackup(options));

program
  .command('restore')
  .description('由备份恢复，先核对 / makes a data folder from a backup, checked first')
  .requiredOption('--from <folder>', '备份目录 / folder of the backup')
  .option('--data <folder>', '数据目录，须为空 / data folder, empty', DATA)
  .option('--checkpoint <file>', '另处保存的最近检查点 / latest checkpoint, kept elsewhere or by a witness')
  .option('--policy <file>', '见证方策略 / policy that its cosignatures must meet')
  .option(...KEYS_OPTION)
  .action((options: RestoreBackupOptions) => restoreBackup(options));

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${told(error)}\n`);
  process.exitCode = 1;
});
