import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { writeAudit } from './write-audit.ts';

/** One act of a person, as it was written at the time; no entry is ever changed. */
export type AuditEntry = {
  readonly id: number;
  readonly at: number;
  readonly who: string;
  readonly action: string;
  /** A document's hash, a finding's fingerprint, or a name. */
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly engine: string;
};

/** Which entries; `before` is the id of the last one of the page before. */
export type AuditQuery = {
  readonly subject?: string;
  readonly who?: string;
  readonly action?: string;
  readonly before?: number;
  readonly limit?: number;
};

export type Audit = {
  /** Newest first. */
  readonly list: (query?: AuditQuery) => Promise<readonly AuditEntry[]>;
  /** For acts outside the store (a sign-in, an export); acts on the store write their own. */
  readonly note: (entry: {
    readonly who: string;
    readonly action: string;
    readonly subject: string;
    readonly after?: unknown;
  }) => Promise<void>;
};

const pageSize = 100;

export function openAudit({ db }: Database, clock: Clock, engine: string): Audit {
  return {
    list: async ({ subject, who, action, before, limit = pageSize } = {}) => {
      let query = db.selectFrom('audit').selectAll();
      if (subject !== undefined) query = query.where('subject', '=', subject);
      if (who !== undefined) query = query.where('who', '=', who);
      if (action !== undefined) query = query.where('action', '=', action);
      if (before !== undefined) query = query.where('id', '<', before);
      const rows = await query.orderBy('id', 'desc').limit(limit).execute();
      return rows.map((row) => ({ ...row, before: parsed(row.before), after: parsed(row.after) }));
    },
    note: (entry) => writeAudit(db, { ...entry, now: clock(), engine }),
  };
}

function parsed(json: string | null): unknown {
  return json === null ? undefined : JSON.parse(json);
}
