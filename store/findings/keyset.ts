import { type Expression, type SqlBool, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { WorkListSort } from './work-list.ts';

type Column = keyof Tables['findings'];

/** A total order: all columns in one direction, the last ones tell every row from every other. */
export type Order = { readonly columns: readonly Column[]; readonly direction: 'asc' | 'desc' };

const orders: Readonly<Record<WorkListSort, Order>> = {
  newest: { columns: ['found_at', 'fingerprint'], direction: 'desc' },
  severity: { columns: ['severity_rank', 'difference_key', 'fingerprint'], direction: 'desc' },
  difference: { columns: ['difference_key', 'fingerprint'], direction: 'desc' },
  unit: { columns: ['unit', 'year', 'sha256', 'assessment', 'position'], direction: 'asc' },
  document: { columns: ['sha256', 'assessment', 'position'], direction: 'asc' },
};

export function orderOf(sort: WorkListSort, reverse: true | undefined): Order {
  const { columns, direction } = orders[sort];
  if (!reverse) return { columns, direction };
  return { columns, direction: direction === 'asc' ? 'desc' : 'asc' };
}

type Values = readonly (string | number)[];

/** Where a page ended, as text for an address. */
export function cursorOf({ columns }: Order, row: Readonly<Record<string, unknown>>): string {
  return Buffer.from(JSON.stringify(columns.map((column) => row[column]))).toString('base64url');
}

/** The rows after a cursor; undefined where the text is no cursor of this order. It comes from an address: anything may be in it. */
export function afterCursor({ columns, direction }: Order, cursor: string): Expression<SqlBool> | undefined {
  const values = readCursor(cursor);
  if (values?.length !== columns.length) return undefined;
  if (!columns.every((column, index) => typeof values[index] === kindOf(column))) return undefined;
  const left = sql.join(columns.map((column) => sql.ref(`findings.${column}`)));
  const sign = sql.raw(direction === 'asc' ? '>' : '<');
  return sql<SqlBool>`(${left}) ${sign} (${sql.join(values)})`;
}

function readCursor(cursor: string): Values | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(read) && read.every(isValue) ? read : undefined;
  } catch {
    return undefined;
  }
}

function isValue(value: unknown): value is string | number {
  return typeof value === 'string' || Number.isSafeInteger(value);
}

const numbers: readonly Column[] = ['found_at', 'severity_rank', 'year', 'assessment', 'position'];

function kindOf(column: Column): 'number' | 'string' {
  return numbers.includes(column) ? 'number' : 'string';
}
