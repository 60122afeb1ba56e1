import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Language, Localized } from '../model/localized.ts';
import { engineVersion } from '../pipeline/engine-version.ts';
import type { DocumentPool } from '../pipeline/isolate/document-pool.ts';
import { displayWidth } from '../reports/terminal/display-width.ts';
import { describeCallError } from './call-error.ts';
import { CallProblem } from './call-problem.ts';
import type { CheckOptions } from './check-options.ts';
import { addCrawlCommands } from './crawl/add-crawl-commands.ts';
import { exitStatus } from './exit-status.ts';
import { addRecordCommands } from './record-commands.ts';
import { addServiceCommands } from './service/add-service-commands.ts';
import type { TablesOptions } from './tables-command.ts';
import { both, helpWords } from './words.ts';

/** Columns of the help text. */
const helpWidth = 100;

/** Runs `fuhe` with the arguments after its name, documents in the children of `pool`, and gives the exit status. */
export async function runProgram(args: readonly string[], pool: DocumentPool): Promise<number> {
  let status: number = exitStatus.fine;
  const giveStatus = (given: number): void => {
    status = given;
  };
  const program = createProgram(giveStatus, pool);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (problem) {
    if (problem instanceof CallProblem) return complain(problem.sentence, args);
    if (!(problem instanceof CommanderError)) throw problem;
    if (problem.code === 'commander.help') return exitStatus.unreadable;
    if (problem.exitCode === 0) return exitStatus.fine;
    return complain(describeCallError(problem), args);
  }
}

function complain(sentence: Localized, args: readonly string[]): number {
  process.stderr.write(`fuhe: ${sentence[languageOf(args)]}\n`);
  return exitStatus.unreadable;
}

type GiveStatus = (status: number) => void;

function createProgram(giveStatus: GiveStatus, pool: DocumentPool): Command {
  const program = new Command('fuhe')
    .description(`${helpWords.program.zh}\n${helpWords.program.en}`)
    .usage('<command> [options]')
    .version(engineVersion, '-V, --version', both(helpWords.version))
    .helpOption('-h, --help', both(helpWords.help))
    .helpCommand(false)
    .configureHelp({ helpWidth, displayWidth })
    .configureOutput({ outputError: () => {} })
    .exitOverride()
    .addHelpText('after', `\n${helpWords.statuses.zh}\n${helpWords.statuses.en}`);
  addCheck(program, giveStatus, pool);
  addExplain(program);
  addTables(program, giveStatus, pool);
  addSchema(program);
  addServiceCommands(program, giveStatus);
  addRecordCommands(program, giveStatus);
  addCrawlCommands(program, giveStatus);
  return program;
}

function addCheck(program: Command, giveStatus: GiveStatus, pool: DocumentPool): void {
  program
    .command('check')
    .description(both(helpWords.check))
    .argument('<paths...>', both(helpWords.paths))
    .addOption(choice('--format <format>', both(helpWords.format), ['text', 'json', 'ndjson']))
    .option('--out <dir>', both(helpWords.out))
    .addOption(choice('--ocr <when>', both(helpWords.ocr), ['auto', 'always', 'never']))
    .addOption(languageOption())
    .addOption(new Option('--jobs <n>', both(helpWords.jobs)).argParser(wholeNumber))
    .addOption(new Option('--fail-on <severity>', both(helpWords.failOn)).choices(['error', 'warning']))
    .addOption(new Option('--report <kind>', both(helpWords.report)).choices(['docx']))
    .option('--generic', both(helpWords.generic))
    .option('--verbose', both(helpWords.verbose))
    .helpOption('-h, --help', both(helpWords.help))
    .action(async (paths: readonly string[], options: CheckOptions) => {
      const { checkCommand } = await import('./check-command.ts');
      giveStatus(await checkCommand(paths, options, pool));
    });
}

function addExplain(program: Command): void {
  program
    .command('explain')
    .description(both(helpWords.explain))
    .argument('[code]', both(helpWords.code))
    .addOption(languageOption())
    .helpOption('-h, --help', both(helpWords.help))
    .action(async (code: string | undefined, { lang }: { readonly lang: Language }) => {
      const { explain } = await import('./explain-command.ts');
      process.stdout.write(explain(code, lang));
    });
}

function addTables(program: Command, giveStatus: GiveStatus, pool: DocumentPool): void {
  program
    .command('tables')
    .description(both(helpWords.tables))
    .argument('<paths...>', both(helpWords.paths))
    .addOption(choice('--format <format>', both(helpWords.format), ['ndjson', 'json']))
    .addOption(choice('--ocr <when>', both(helpWords.ocr), ['auto', 'always', 'never']))
    .option('--no-join', both(helpWords.noJoin))
    .option('--draw <dir>', both(helpWords.draw))
    .helpOption('-h, --help', both(helpWords.help))
    .action(async (paths: readonly string[], options: TablesOptions) => {
      const { tablesCommand } = await import('./tables-command.ts');
      giveStatus(await tablesCommand(paths, options, pool));
    });
}

function addSchema(program: Command): void {
  program
    .command('schema')
    .description(both(helpWords.schema))
    .helpOption('-h, --help', both(helpWords.help))
    .action(async () => {
      const { resultSchema } = await import('./schema-command.ts');
      process.stdout.write(resultSchema());
    });
}

/** An option with fixed values, the first of which is its default. */
function choice(flags: string, description: string, values: readonly [string, ...string[]]): Option {
  return new Option(flags, description).choices([...values]).default(values[0]);
}

function languageOption(): Option {
  return choice('--lang <language>', both(helpWords.lang), ['zh', 'en']);
}

function wholeNumber(given: string): number {
  if (!/^[1-9]\d{0,3}$/.test(given)) throw new InvalidArgumentError('whole number');
  return Number(given);
}

/** The language for a call that was not understood: as far as it can be told. */
function languageOf(args: readonly string[]): Language {
  return /(?:^|\0)--lang[=\0]en(?:\0|$)/.test(args.join('\0')) ? 'en' : 'zh';
}
