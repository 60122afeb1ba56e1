import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { configKeys } from '../../cli/config/config-keys.ts';

const root = path.join(import.meta.dirname, '../..');

const serviceSchema = z.object({
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  healthcheck: z.object({ test: z.array(z.string()) }),
  volumes: z.array(z.string()),
  ports: z.array(z.string()).optional(),
  container_name: z.undefined().optional(),
});

/** The client that reads such files, as its own program or as a word of `docker`; neither needs an engine for that. */
const composer = [['docker', 'compose'], ['docker-compose']].find(
  ([program = '', ...words]) => spawnSync(program, [...words, 'version']).status === 0,
);

const compose = z
  .object({
    services: z.record(z.enum(['web', 'worker', 'crawler', 'redis', 'postgres']), serviceSchema),
    volumes: z.record(z.string(), z.null()),
  })
  .parse(parse(readFileSync(path.join(root, 'docker-compose.yml'), 'utf8'), { merge: true }));

const { web, worker, crawler, redis } = compose.services;

describe('docker-compose.yml', () => {
  test('keeps Redis on disk and lets it refuse rather than forget', () => {
    const command = redis.command?.join(' ');
    expect(command).toContain('--appendonly yes --appendfsync everysec');
    expect(command).toContain('--maxmemory-policy noeviction');
    expect(command).toContain('--requirepass');
  });

  test('starts commands that fuhe has', () => {
    for (const { command = [] } of [web, worker, crawler]) {
      const [name = '', ...options] = command;
      const help = spawnSync(process.execPath, ['cli/main.ts', name, '--help'], {
        cwd: root,
        encoding: 'utf8',
      });
      expect(help.status).toBe(0);
      for (const option of options.filter((word) => word.startsWith('--')))
        expect(help.stdout).toContain(option);
    }
  });

  test('sets only variables that the configuration knows', () => {
    const known = configKeys().map(({ schema }) => schema.environment);
    for (const { environment = {} } of [web, worker, crawler]) {
      expect(Object.keys(environment).filter((name) => !known.includes(name))).toEqual([]);
    }
  });

  test('starts one process for each queue that fuhe works on, and no second one for sites', () => {
    const queuesOf = ({ command = [] }: typeof web) => command[command.indexOf('--queues') + 1]?.split(',');
    expect([web, worker, crawler].map(queuesOf)).toEqual([['none'], ['check', 'ocr'], ['crawl']]);
  });

  test.skipIf(composer === undefined)('is understood by the client of this machine', () => {
    const [program = '', ...words] = composer ?? [];
    const config = (password: string) =>
      spawnSync(program, [...words, 'config'], {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, FUHE_PASSWORD: password },
      });
    const understood = config('secret');
    expect([understood.status, understood.stderr]).toEqual([0, '']);
    const read = z.object({ services: z.record(z.string(), z.unknown()) }).parse(parse(understood.stdout));
    expect(Object.keys(read.services).sort()).toEqual(Object.keys(compose.services).sort());
    expect(config('').stderr).toContain('FUHE_PASSWORD');
  });

  test('lets workers be scaled: they have no port and no name of their own', () => {
    expect(worker.ports).toBeUndefined();
    expect(web.ports).toHaveLength(1);
  });

  test('keeps every volume that a service names', () => {
    const named = Object.values(compose.services).flatMap(({ volumes }) =>
      volumes.filter((it) => !it.startsWith('$')).map((it) => it.split(':')[0]),
    );
    expect([...new Set(named)].sort()).toEqual(Object.keys(compose.volumes).sort());
  });
});
