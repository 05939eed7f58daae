import { Command } from 'commander';
import { withVerifyArguments } from './verify';

withVerifyArguments(new Command('liuhen-verify'))
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 3;
  });
