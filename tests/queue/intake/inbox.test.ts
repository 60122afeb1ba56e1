import { appendFileSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Drop, type InboxSettings, openInbox } from '../../../queue/intake/inbox.ts';
import { restLeft, sightAgain } from '../../../queue/intake/settling.ts';
import { isUnfinishedName } from '../../../queue/intake/unfinished-name.ts';
import { temporaryFolder } from '../../cli/run-fuhe.ts';
import { eventually } from '../eventually.ts';

const modes = ['events', 'polling'] as const;

function settingsFor(folder: string, given: Partial<InboxSettings> = {}) {
  const taken: Drop[] = [];
  const problems: unknown[] = [];
  const settings: InboxSettings = {
    folder,
    watch: 'events',
    restFor: 40,
    pollEvery: 30,
    rescanEvery: 3_600_000,
    take: async (drop) => {
      taken.push(drop);
      await rm(drop.file);
    },
    onProblem: (problem) => problems.push(problem),
    ...given,
  };
  return { settings, taken, problems };
}

const names = (drops: readonly Drop[]): readonly string[] => drops.map(({ relative }) => relative).sort();

describe.each(modes)('an inbox watched by %s', (watch) => {
  test('hands over what lies there and what comes later, with its subfolders as tags', async () => {
    using files = temporaryFolder({ '市/局/a.pdf': 'a', 'b.xlsx': 'b' });
    const { settings, taken, problems } = settingsFor(files.folder, { watch });
    const inbox = await openInbox(settings);
    await eventually(() => expect(names(taken)).toEqual(['b.xlsx', '市/局/a.pdf']));
    mkdirSync(files.at('区'));
    writeFileSync(files.at('区/c.html'), 'c');
    await eventually(() => expect(names(taken)).toEqual(['b.xlsx', '区/c.html', '市/局/a.pdf']));
    await inbox.close();
    expect(taken.find(({ relative }) => relative === '市/局/a.pdf')?.tags).toEqual(['市', '局']);
    expect(problems).toEqual([]);
  });

  test('leaves unfinished names alone until they get their real one', async () => {
    using files = temporaryFolder({ '.hidden': '1', '~$a.docx': '2', 'd.pdf.part': '3', '.sync/e.pdf': '4' });
    const { settings, taken } = settingsFor(files.folder, { watch });
    const inbox = await openInbox(settings);
    renameSync(files.at('d.pdf.part'), files.at('d.pdf'));
    await eventually(() => expect(names(taken)).toEqual(['d.pdf']));
    await inbox.rescan();
    await inbox.close();
    expect(names(taken)).toEqual(['d.pdf']);
  });
});

describe('an inbox', () => {
  test('waits for a file that still grows', async () => {
    using files = temporaryFolder({});
    const sizes: number[] = [];
    const { settings } = settingsFor(files.folder, {
      restFor: 1000,
      take: async ({ file }) => {
        sizes.push((await import('node:fs')).statSync(file).size);
        await rm(file);
      },
    });
    const inbox = await openInbox(settings);
    for (let part = 0; part < 10; part += 1) {
      appendFileSync(files.at('slow.pdf'), 'part');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await eventually(() => expect(sizes).toEqual([40]));
    await inbox.close();
  });

  test('finds at a rescan what no event told of, and what was left there before', async () => {
    using files = temporaryFolder({ 'a.pdf': 'a' });
    let attempts = 0;
    const { settings, problems } = settingsFor(files.folder, {
      take: async ({ file }) => {
        attempts += 1;
        if (attempts === 1) throw new Error('the store is away');
        await rm(file);
      },
    });
    const inbox = await openInbox(settings);
    await eventually(() => expect(problems).toHaveLength(1));
    expect(existsSync(files.at('a.pdf'))).toBe(true);
    await inbox.rescan();
    await eventually(() => expect(existsSync(files.at('a.pdf'))).toBe(false));
    await inbox.close();
    expect(attempts).toBe(2);
  });

  test('closes only when what is being taken has been taken', async () => {
    using files = temporaryFolder({ 'a.pdf': 'a' });
    const begun = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const { settings } = settingsFor(files.folder, {
      take: async () => {
        begun.resolve();
        await gate.promise;
      },
    });
    const inbox = await openInbox(settings);
    await begun.promise;
    let closed = false;
    const closing = inbox.close().then(() => {
      closed = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(closed).toBe(false);
    gate.resolve();
    await closing;
  });
});

describe('settling', () => {
  const look = { size: 3, modifiedAt: 0, inode: 1 };

  test('begins anew with every change of size, time or file', () => {
    const first = sightAgain(undefined, look, 100);
    expect(sightAgain(first, { ...look }, 200)).toBe(first);
    for (const change of [{ size: 4 }, { modifiedAt: 1 }, { inode: 2 }]) {
      expect(sightAgain(first, { ...look, ...change }, 200).since).toBe(200);
    }
  });

  test('takes no file at first sight, whatever its own time says, and empty ones later', () => {
    expect(restLeft({ look, since: 100 }, 50, 100)).toBe(50);
    expect(restLeft({ look, since: 100 }, 50, 150)).toBe(0);
    expect(restLeft({ look: { ...look, size: 0 }, since: 100 }, 50, 150)).toBeGreaterThan(0);
  });
});

test.each([
  ['报告.pdf', false],
  ['part.pdf', false],
  ['tmp.docx', false],
  ['报告.pdf.PART', true],
  ['x.crdownload', true],
  ['~$自评表.docx', true],
  ['~WRL0001.tmp', true],
  ['.~lock.a.ods#', true],
  ['Thumbs.db', true],
])('the name %s is unfinished: %s', (name, expected) => {
  expect(isUnfinishedName(path.basename(name))).toBe(expected);
});
