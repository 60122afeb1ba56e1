import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A schema of its own in a PostgreSQL database: whoever opens the address sees nothing else. */
export type ScratchSchema = { readonly url: string; readonly drop: () => Promise<void> };

/** Makes an empty schema for a trial, beside the record that the database may hold. */
export async function createScratchSchema(databaseUrl: string, prefix: string): Promise<ScratchSchema> {
  const name = `${prefix}_${randomBytes(8).toString('hex')}`;
  await command(databaseUrl, `create schema ${name}`);
  const url = new URL(databaseUrl);
  url.searchParams.set('options', `-c search_path=${name}`);
  return { url: url.href, drop: () => command(databaseUrl, `drop schema ${name} cascade`) };
}

async function command(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
