import { configKeys, type KeySchema } from './config-keys.ts';

/** A value that the environment gives, and the variable it came from. */
export type GivenByEnvironment = {
  readonly path: readonly string[];
  readonly variable: string;
  readonly value: unknown;
};

/** What the environment says about the configuration; an empty variable says nothing. */
export function readEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): readonly GivenByEnvironment[] {
  return configKeys().flatMap(({ path, schema }) => {
    const variable = schema.environment;
    const text = variable === undefined ? undefined : environment[variable];
    if (variable === undefined || text === undefined || text === '') return [];
    return [{ path, variable, value: typedValue(text, schema) }];
  });
}

/** Text that is no number stays text, and the schema then says what is wrong with it. */
function typedValue(text: string, { type }: KeySchema): unknown {
  if (type === 'array') return text.split(',').map((part) => part.trim());
  if (type !== 'number' && type !== 'integer') return text;
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}
