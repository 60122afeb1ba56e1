import { z } from 'zod';
import { checkResultSchema } from '../model/result.ts';

/** The JSON Schema of one result line. */
export function resultSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(checkResultSchema), undefined, 2)}\n`;
}
