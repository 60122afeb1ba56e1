import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

/** Where Debian puts PostgreSQL's programs, a folder a version. */
const postgresFolders = '/usr/lib/postgresql';

/** Full path of a program on the PATH, or among PostgreSQL's own, newest version first. */
export function findProgram(name: string): string | undefined {
  const versions = existsSync(postgresFolders) ? readdirSync(postgresFolders).sort().reverse() : [];
  const folders = [
    ...versions.map((version) => path.join(postgresFolders, version, 'bin')),
    ...(process.env.PATH ?? '').split(path.delimiter),
  ];
  return folders.map((folder) => path.join(folder, name)).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Finds a program, if need be by installing Debian's package of it; throws one sentence that says what to do. */
export function needProgram(name: string, debianPackage: string, variable: string): string {
  const found = findProgram(name);
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && findProgram('apt-get') !== undefined) installPackage(debianPackage);
  const installed = findProgram(name);
  if (installed !== undefined) return installed;
  throw new Error(`install ${debianPackage} (Debian's name) or set ${variable}: these tests need ${name}`);
}

function installPackage(name: string): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
    env,
    stdio: 'ignore',
  });
}

/** A port of the loopback address that nobody listens at. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
