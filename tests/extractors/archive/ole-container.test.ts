import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openOle } from '../../../extractors/archive/ole-container.ts';

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(path.join(import.meta.dirname, '../fixtures', name)));

describe('OLE containers', () => {
  test('tell what they hold', () => {
    expect(openOle(fixture('form.doc'))?.kind).toBe('doc');
    expect(openOle(fixture('numbers.xls'))?.kind).toBe('xls');
    expect(openOle(fixture('form.doc'))?.stream('WordDocument')?.[0]).toBe(0xec);
  });

  test('a chain of sectors or a directory that runs into itself is not followed', () => {
    const bytes = fixture('numbers.xls');
    const view = new DataView(bytes.buffer);
    const table = (view.getUint32(76, true) + 1) * 512;
    const directory = (view.getUint32(48, true) + 1) * 512;
    const changed = (at: number, value: number): Uint8Array => {
      const copy = bytes.slice();
      new DataView(copy.buffer).setUint32(at, value, true);
      return copy;
    };
    expect(openOle(changed(table + 4, 1))).toBeUndefined();
    expect(openOle(changed(directory + 2 * 128 + 68, 2))).toBeUndefined();
    expect(openOle(changed(directory + 2 * 128 + 68, 0))?.kind).toBe('xls');
    expect(openOle(bytes.slice(0, 400))).toBeUndefined();
  });
});
