import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

const programs = {
  chromium: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  office: ['/usr/bin/soffice', '/usr/bin/libreoffice'],
} as const;

/** Where a program stands on this machine; absent where it is not installed. */
export function findProgram(name: keyof typeof programs): string | undefined {
  return programs[name].find((file) => existsSync(file));
}

/** Prints pages to PDF in one browser; the page size is A4 on its side. */
export async function printPages(pages: readonly string[]): Promise<readonly Uint8Array[]> {
  const executablePath = findProgram('chromium');
  if (executablePath === undefined) throw new Error('no browser is installed');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const tab = await browser.newPage();
    const printed: Uint8Array[] = [];
    for (const html of pages) {
      await tab.setContent(html);
      printed.push(
        await tab.pdf({
          format: 'A4',
          landscape: true,
          margin: { top: '12mm', left: '10mm', right: '10mm', bottom: '12mm' },
        }),
      );
    }
    return printed;
  } finally {
    await browser.close();
  }
}

export type OfficeFile = { readonly name: string; readonly bytes: Uint8Array };

/** Converts Word documents and workbooks to PDF in one run of the office program, in the given order. */
export function convertWithOffice(files: readonly OfficeFile[]): readonly Uint8Array[] {
  const program = findProgram('office');
  if (program === undefined) throw new Error('no office program is installed');
  const folder = mkdtempSync(path.join(tmpdir(), 'fuhe-office-'));
  try {
    const paths = files.map(({ name, bytes }) => {
      const file = path.join(folder, name);
      writeFileSync(file, bytes);
      return file;
    });
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
    execFileSync(program, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...paths], {
      stdio: 'ignore',
      timeout: 300_000,
    });
    const made = new Set(readdirSync(folder));
    return files.map(({ name }) => {
      const pdf = name.replace(/\.\w+$/, '.pdf');
      if (!made.has(pdf)) throw new Error(`${name} was not converted`);
      return readFileSync(path.join(folder, pdf));
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
