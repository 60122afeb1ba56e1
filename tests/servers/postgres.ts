import { execFileSync, spawn } from 'node:child_process';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { createScratchSchema, type ScratchSchema } from '../../store/database/scratch-schema.ts';
import { findProgram, freePort, needProgram } from './programs.ts';
import { type StartedServer, startOnce } from './start-once.ts';

/** A server that many development machines have running; used when it lets us in without a password. */
const usualServer = 'postgres://postgres@127.0.0.1:5432/postgres';

/**
 * Address of a PostgreSQL server whose user may create databases: `DATABASE_URL`, a server that runs at the usual port, or one
 * that is started for this run of the tests.
 */
async function postgresUrl(): Promise<string> {
  const given = process.env.DATABASE_URL;
  if (given !== undefined && given !== '') return given;
  return (await answers(usualServer)) ? usualServer : startOnce('postgres', startPostgres);
}

/** Empty, and how to remove it. A schema and not a database: that costs a hundredth of the time. */
export type ScratchDatabase = ScratchSchema;

export async function createDatabase(): Promise<ScratchDatabase> {
  return createScratchSchema(await postgresUrl(), 'fuhe_test');
}

async function command(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    await command(url, 'select 1');
    return true;
  } catch {
    return false;
  }
}

async function startPostgres(folder: string): Promise<StartedServer> {
  const initdb = needProgram('initdb', 'postgresql', 'DATABASE_URL');
  const server = needProgram('postgres', 'postgresql', 'DATABASE_URL');
  const cluster = path.join(folder, 'cluster');
  const port = await freePort();
  makeReachable(folder);
  run(initdb, ['-D', cluster, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync']);
  const args = ['-D', cluster, '-h', '127.0.0.1', '-p', String(port), '-k', folder, '-F'];
  const [program = server, ...rest] = asUser([server, ...args]);
  const child = spawn(program, rest, { stdio: 'ignore', detached: true });
  child.unref();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended with status ${child.exitCode}`);
    await setTimeout(100);
  }
  return { url, pid: child.pid ?? 0 };
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
function asUser(call: readonly string[]): readonly string[] {
  if (process.getuid?.() !== 0) return call;
  return [
    findProgram('setpriv') ?? 'setpriv',
    '--reuid=postgres',
    '--regid=postgres',
    '--clear-groups',
    ...call,
  ];
}

function makeReachable(folder: string): void {
  if (process.getuid?.() !== 0) return;
  chmodSync(path.dirname(folder), 0o755);
  execFileSync('chown', ['postgres:postgres', folder]);
}

function run(program: string, args: readonly string[]): void {
  const [first = program, ...rest] = asUser([program, ...args]);
  execFileSync(first, rest, { stdio: 'ignore', cwd: '/' });
}
