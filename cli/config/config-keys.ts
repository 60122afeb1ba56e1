import { z } from 'zod';
import { configSchema, keyNotes } from './schema.ts';

/** A key of the configuration: its path, its JSON Schema and what is said about it. */
export type ConfigKey = {
  readonly path: readonly string[];
  readonly schema: KeySchema;
};

/** The part of JSON Schema that the keys use, with the notes that stand in it. */
const keySchema = z.object({
  type: z.string().optional(),
  enum: z.array(z.string()).readonly().optional(),
  default: z.unknown().optional(),
  minimum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  maximum: z.number().optional(),
  zh: z.string(),
  en: z.string(),
  environment: z.string().optional(),
  get properties() {
    return z.record(z.string(), keySchema).optional();
  },
});

export type KeySchema = z.infer<typeof keySchema>;

/** All keys in the order of the schema, a group before its keys. */
export function configKeys(): readonly ConfigKey[] {
  const { properties } = z.toJSONSchema(configSchema, { metadata: keyNotes, io: 'input' });
  return keysOf(z.record(z.string(), keySchema).parse(properties), []);
}

function keysOf(
  properties: Readonly<Record<string, KeySchema>>,
  above: readonly string[],
): readonly ConfigKey[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const path = [...above, name];
    return [{ path, schema }, ...keysOf(schema.properties ?? {}, path)];
  });
}
