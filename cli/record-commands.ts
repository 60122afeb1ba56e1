import { type Command, Option } from 'commander';
import type { VerifyOptions } from './record-options.ts';
import { recordWords } from './record-words.ts';
import type { RecordOptions } from './service/open-record.ts';
import { both, helpWords } from './words.ts';

type GiveStatus = (status: number) => void;

/** Adds `backup`, `restore` and `verify`. Their modules are loaded when they run: `check` must not wait for a database. */
export function addRecordCommands(program: Command, giveStatus: GiveStatus): void {
  withRecordOptions(program.command('backup'))
    .description(both(recordWords.backup))
    .argument('<dir>', both(recordWords.backupFolder))
    .action(async (folder: string, options: RecordOptions) => {
      const { backupCommand } = await import('./backup-command.ts');
      giveStatus(await backupCommand(folder, options));
    });
  withRecordOptions(program.command('restore'))
    .description(both(recordWords.restore))
    .argument('<dir>', both(recordWords.restoreFolder))
    .action(async (folder: string, options: RecordOptions) => {
      const { restoreCommand } = await import('./restore-command.ts');
      giveStatus(await restoreCommand(folder, options));
    });
  withRecordOptions(program.command('verify'))
    .description(both(recordWords.verify))
    .option('--clean', both(recordWords.clean))
    .action(async (options: VerifyOptions) => {
      const { verifyCommand } = await import('./verify-command.ts');
      giveStatus(await verifyCommand(options));
    });
}

function withRecordOptions(command: Command): Command {
  return command
    .option('--config <file>', both(recordWords.config))
    .addOption(new Option('--lang <language>', both(helpWords.lang)).choices(['zh', 'en']))
    .helpOption('-h, --help', both(helpWords.help));
}
