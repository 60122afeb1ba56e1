import type { Context } from 'hono';

/** A form's fields. Every one is a list, since a field may be given several times; files are left out. */
export type Fields = {
  /** The first value, or an empty text. */
  readonly one: (name: string) => string;
  readonly all: (name: string) => readonly string[];
};

export function fieldsOf(entries: Readonly<Record<string, unknown>>): Fields {
  const all = (name: string): readonly string[] => {
    const value = Object.hasOwn(entries, name) ? entries[name] : undefined;
    return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
  };
  return { all, one: (name) => all(name)[0] ?? '' };
}

/** The fields of a request's body; an empty form where it holds none. */
export async function readFields(c: Context): Promise<Fields> {
  const type = c.req.header('content-type') ?? '';
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return fieldsOf({});
  return fieldsOf(await c.req.parseBody({ all: true }));
}

/** The fields of a request's query. */
export function queryOf(c: Context): Fields {
  return fieldsOf(c.req.queries());
}
