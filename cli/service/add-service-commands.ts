import { type Command, InvalidArgumentError, Option } from 'commander';
import type { QueueName } from '../../queue/runner.ts';
import { both, helpWords } from '../words.ts';
import type { AccountAction, AccountOptions } from './account-command.ts';
import type { AddOptions } from './add-command.ts';
import type { BenchOptions } from './bench/bench-queue-command.ts';
import { collectEarly } from './collect-early.ts';
import type { DeadAction, DeadOptions } from './dead-command.ts';
import type { ExportOptions } from './export-command.ts';
import type { RecordOptions } from './open-record.ts';
import type { RequeueOptions } from './requeue-command.ts';
import type { WorkableQueue } from './run-service.ts';
import type { ServeOptions } from './serve-command.ts';
import type { StatusOptions } from './status-command.ts';
import { serviceHelp as help } from './words.ts';
import type { WorkerOptions } from './worker-command.ts';

type GiveStatus = (status: number) => void;

/** The commands on the record; each loads what it needs only when it is called. */
export function addServiceCommands(program: Command, giveStatus: GiveStatus): void {
  addServe(program);
  addWorker(program);
  addAdd(program, giveStatus);
  addStatus(program, giveStatus);
  addDead(program, giveStatus);
  addRequeue(program);
  addExport(program, giveStatus);
  addBench(program);
  addPause(program, { name: 'pause', description: both(help.pause), state: 'paused' });
  addPause(program, { name: 'resume', description: both(help.resume), state: 'running' });
  addAccount(program, giveStatus);
}

/** A command with the options that all of them have. */
function command(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option('--config <file>', both(help.config))
    .addOption(new Option('--lang <language>', both(help.lang)).choices(['zh', 'en']))
    .helpOption('-h, --help', both(helpWords.help));
}

function addServe(program: Command): void {
  command(program, 'serve', both(help.serve))
    .addOption(queuesOption())
    .option('--host <address>', both(help.host))
    .addOption(portOption())
    .action(async (options: ServeOptions) => {
      collectEarly();
      const { serveCommand } = await import('./serve-command.ts');
      await serveCommand(options);
    });
}

function addWorker(program: Command): void {
  command(program, 'worker', both(help.worker))
    .addOption(queuesOption())
    .option('--host <address>', both(help.host))
    .addOption(portOption())
    .action(async (options: WorkerOptions) => {
      collectEarly();
      const { workerCommand } = await import('./worker-command.ts');
      await workerCommand(options);
    });
}

function addAdd(program: Command, giveStatus: GiveStatus): void {
  command(program, 'add', both(help.add))
    .argument('<paths...>', both(helpWords.paths))
    .addOption(new Option('--tag <tag...>', both(help.tag)).default([]))
    .addOption(formatOption('text', 'json'))
    .action(async (paths: readonly string[], options: AddOptions) => {
      const { addCommand } = await import('./add-command.ts');
      giveStatus(await addCommand(paths, options));
    });
}

function addStatus(program: Command, giveStatus: GiveStatus): void {
  command(program, 'status', both(help.status))
    .argument('[names...]', both(help.names))
    .addOption(formatOption('text', 'json'))
    .action(async (names: readonly string[], options: StatusOptions) => {
      const { statusCommand } = await import('./status-command.ts');
      giveStatus(await statusCommand(names, options));
    });
}

function addDead(program: Command, giveStatus: GiveStatus): void {
  const dead = command(program, 'dead', both(help.dead));
  dead
    .addArgument(dead.createArgument('<action>', both(help.deadAction)).choices(['list', 'retry', 'drop']))
    .argument('[ids...]', both(help.deadIds))
    .option('--reason <text>', both(help.reason))
    .addOption(formatOption('text', 'json'))
    .action(async (action: DeadAction, ids: readonly string[], options: DeadOptions) => {
      const { deadCommand } = await import('./dead-command.ts');
      giveStatus(await deadCommand(action, ids, options));
    });
}

function addRequeue(program: Command): void {
  command(program, 'requeue', both(help.requeue))
    .argument('[names...]', both(help.names))
    .addOption(formatOption('text', 'json'))
    .action(async (names: readonly string[], options: RequeueOptions) => {
      const { requeueCommand } = await import('./requeue-command.ts');
      await requeueCommand(names, options);
    });
}

function addAccount(program: Command, giveStatus: GiveStatus): void {
  const account = command(program, 'account', both(help.account));
  account
    .addArgument(
      account
        .createArgument('<action>', both(help.accountAction))
        .choices(['add', 'list', 'reset', 'disable', 'enable', 'role']),
    )
    .argument('[name]', both(help.accountName))
    .addOption(
      new Option('--role <role>', both(help.accountRole))
        .choices(['viewer', 'auditor', 'admin'])
        .default('auditor'),
    )
    .option('--password-stdin', both(help.passwordStdin))
    .action(async (action: AccountAction, name: string | undefined, options: AccountOptions) => {
      const { accountCommand } = await import('./account-command.ts');
      giveStatus(await accountCommand(action, name, options));
    });
}

function addExport(program: Command, giveStatus: GiveStatus): void {
  command(program, 'export', both(help.export))
    .addOption(formatOption('ndjson', 'json', 'text'))
    .option('--out <dir>', both(helpWords.out))
    .addOption(new Option('--report <kind>', both(helpWords.report)).choices(['docx']))
    .action(async (options: ExportOptions) => {
      const { exportCommand } = await import('./export-command.ts');
      giveStatus(await exportCommand(options));
    });
}

function addBench(program: Command): void {
  const bench = command(program, 'bench', both(help.bench));
  bench
    .addArgument(bench.createArgument('<what>', both(help.benchWhat)).choices(['queue', 'workers']))
    .addOption(new Option('--documents <n>', both(help.documents)).argParser(count))
    .action(async (what: 'queue' | 'workers', { documents, ...options }: Partial<BenchOptions>) => {
      if (what === 'queue') {
        const { benchQueueCommand } = await import('./bench/bench-queue-command.ts');
        await benchQueueCommand({ documents: documents ?? 2_000, ...options });
      } else {
        const { benchWorkersCommand } = await import('./bench/bench-workers-command.ts');
        await benchWorkersCommand({ documents: documents ?? 60, ...options });
      }
    });
}

function count(given: string): number {
  if (!/^[1-9]\d{0,5}$/.test(given)) throw new InvalidArgumentError('count');
  return Number(given);
}

type PauseKind = {
  readonly name: string;
  readonly description: string;
  readonly state: 'paused' | 'running';
};

function addPause(program: Command, { name, description, state }: PauseKind): void {
  const pause = command(program, name, description);
  pause
    .addArgument(
      pause.createArgument('<queue>', both(help.queue)).choices(['fetch', 'check', 'ocr', 'crawl']),
    )
    .action(async (queue: QueueName, options: RecordOptions) => {
      const { pauseCommand } = await import('./pause-command.ts');
      await pauseCommand(queue, { ...options, state });
    });
}

/** The first value is the default. */
function formatOption(...values: readonly [string, ...string[]]): Option {
  return new Option('--format <format>', both(helpWords.format)).choices([...values]).default(values[0]);
}

function portOption(): Option {
  return new Option('--port <port>', both(help.port)).argParser((given) => {
    if (!/^\d{1,5}$/.test(given) || Number(given) > 65_535) throw new InvalidArgumentError('port');
    return Number(given);
  });
}

function queuesOption(): Option {
  const known: readonly string[] = ['check', 'ocr', 'crawl'] satisfies readonly WorkableQueue[];
  return new Option('--queues <names>', both(help.queues))
    .default(known, known.join(','))
    .argParser((given) => {
      const names = given === 'none' ? [] : given.split(',').map((name) => name.trim());
      if (names.some((name) => !known.includes(name))) throw new InvalidArgumentError('queue');
      return names;
    });
}
