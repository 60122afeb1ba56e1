import type { Extraction } from '../model/extraction.ts';
import { type Result, refuse } from '../model/outcome-channels.ts';

/** Turns a file's bytes into text blocks and grids; the format is told from the bytes, `name` is only a label. */
export async function extract(_bytes: Uint8Array, _name: string): Promise<Result<Extraction>> {
  return refuse('file/unsupported', { zh: '不支持的文件格式', en: 'unsupported file format' });
}
