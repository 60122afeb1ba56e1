import type { Generated } from 'kysely';

/**
 * The tables, as kysely sees them; `migrations/` makes them, `docs/store.md` explains them. Times are milliseconds since 1970,
 * truth values 0 and 1, figures decimal strings, everything structured JSON as text.
 */
export type Tables = {
  readonly documents: DocumentRow;
  readonly origins: OriginRow;
  readonly tags: { sha256: string; tag: string };
  readonly ledger: LedgerRow;
  readonly results: ResultRow;
  readonly assessments: AssessmentRow;
  readonly findings: FindingRow;
  readonly settings: { key: string; value: string; updated_at: number; updated_by: string };
  readonly audit: AuditRow;
  readonly reviews: ReviewRow;
  readonly decisions: DecisionRow;
  readonly comments: CommentRow;
  readonly corrections: CorrectionRow;
  readonly users: UserRow;
  readonly sessions: SessionRow;
  readonly tokens: TokenRow;
  readonly login_attempts: { id: Generated<number>; subject: string; at: number };
  readonly views: ViewRow;
  readonly workers: WorkerRow;
  readonly announcements: AnnouncementRow;
  readonly deliveries: DeliveryRow;
  readonly crawl_runs: CrawlRunRow;
  readonly crawl_frontier: { run: number; position: number; key: string; entry: string };
  readonly crawl_pages: CrawlPageRow;
  readonly crawl_log: CrawlLogRow;
  readonly crawl_alerts: CrawlAlertRow;
  readonly site_leases: { site: string; holder: string; fence: number; until: number };
};

type DocumentRow = {
  sha256: string;
  size: number;
  media_type: string | null;
  /** The name that it first came with. */
  name: string;
  added_at: number;
  /** `waiting`, then what the current result says, or `failed` when it has none and will get none by itself. */
  status: string;
  error_code: string | null;
  /** First tag, or the host it was fetched from, or `''`. */
  district: string;
  source: string;
  unit: string | null;
  title: string | null;
  year: number | null;
  form: string | null;
  current_result: number | null;
  withdrawn_at: number | null;
  /** Everything that a search looks into, in lower case. */
  search: string;
};

type OriginRow = {
  id: Generated<number>;
  sha256: string;
  kind: string;
  name: string;
  /** What makes it the same origin when it comes again: the path or the URL; null for uploads. */
  locator: string | null;
  site: string | null;
  detail: string;
  first_seen: number;
  last_seen: number;
  withdrawn_at: number | null;
};

type LedgerRow = {
  id: Generated<number>;
  sha256: string;
  stage: string;
  engine: string;
  state: string;
  priority: number;
  queued_at: number;
  due_at: number;
  /** Raised by every start; a lease is good only while it has the row's. */
  fence: number;
  /** Starts since the last end of any kind: a process that dies leaves them standing. */
  open_starts: number;
  attempts: number;
  transient_failures: number;
  poison_failures: number;
  worker: string | null;
  lease_until: number | null;
  started_at: number | null;
  ended_at: number | null;
  error_class: string | null;
  error_code: string | null;
  error_message: string | null;
};

type ResultRow = {
  id: Generated<number>;
  ledger_id: number;
  sha256: string;
  stage: string;
  engine: string;
  /** 0: as the engine made it; then one more for each time that people's corrections were applied. */
  revision: number;
  status: string;
  error_code: string | null;
  created_at: number;
  /** The published JSON, gzip. */
  published: Uint8Array;
  /** Hash of the blob with the reading, JSON as gzip. */
  record: string | null;
};

type AssessmentRow = {
  sha256: string;
  number: number;
  result_id: number;
  unit: string | null;
  title: string | null;
  project: string | null;
  year: number | null;
  form: string;
  printed_total: string | null;
  low: string;
  high: string;
  total_verdict: string;
  printed_grade: string | null;
  expected_grade: string | null;
  rows: number;
  rows_with_score: number;
  /** Rows by how far they were recomputed: one score, several, none; rows that could not be read. Null: not counted then. */
  rows_decided: number | null;
  rows_bounded: number | null;
  rows_open: number | null;
  rows_not_read: number | null;
  /** Equal in all versions of one report; null where the report cannot be told from others. */
  version_key: string | null;
};

type FindingRow = {
  fingerprint: string;
  sha256: string;
  assessment: number;
  position: number;
  code: string;
  severity: string;
  /** 3 error, 2 warning, 1 info. */
  severity_rank: number;
  subject: string;
  subject_name: string;
  printed: string | null;
  recomputed: string | null;
  /** Exact size of the difference; `difference_key` sorts as text the way it sorts as a number. */
  difference: string | null;
  difference_key: string;
  difference_band: string;
  affects_grade: number;
  message_zh: string;
  message_en: string;
  place: string;
  unit: string;
  year: number;
  form: string;
  district: string;
  source: string;
  found_at: number;
  /** Hash of what the engine made of the figure: a decision on another basis is reopened. */
  basis: string;
  state: string;
  assignee: string;
};

type AuditRow = {
  id: Generated<number>;
  at: number;
  who: string;
  action: string;
  subject: string;
  before: string | null;
  after: string | null;
  engine: string;
};

type ReviewRow = {
  fingerprint: string;
  sha256: string;
  state: string;
  /** The finding's basis when it was decided. */
  basis: string | null;
  assignee: string;
  /** The decision that holds: a row of `decisions`. */
  decision: number | null;
};

/** One act of a reviewer on a finding, with what it changed, so that it can be undone. */
type DecisionRow = {
  id: Generated<number>;
  fingerprint: string;
  sha256: string;
  at: number;
  who: string;
  act: string;
  verdict: string | null;
  reason: string | null;
  note: string | null;
  assignee: string | null;
  engine: string;
  basis: string;
  state_before: string;
  state_after: string;
  assignee_before: string;
  decision_before: number | null;
  undoes: number | null;
};

type CommentRow = {
  id: Generated<number>;
  fingerprint: string | null;
  sha256: string;
  at: number;
  who: string;
  body: string;
};

type CorrectionRow = {
  id: Generated<number>;
  sha256: string;
  assessment: string;
  subject: string;
  field: string;
  read: string | null;
  value: string | null;
  who: string;
  why: string;
  at: number;
  /** The correction that this row takes back; its other columns repeat that one. */
  withdraws: number | null;
};

type UserRow = {
  id: Generated<number>;
  name: string;
  role: string;
  password_hash: string;
  created_at: number;
  disabled_at: number | null;
};

type SessionRow = {
  secret_hash: string;
  user_id: number;
  created_at: number;
  last_used: number;
  expires_at: number;
};

type TokenRow = {
  id: Generated<number>;
  secret_hash: string;
  user_id: number;
  name: string;
  role: string;
  created_at: number;
  last_used: number | null;
  expires_at: number | null;
  revoked_at: number | null;
};

type ViewRow = {
  id: Generated<number>;
  owner: string;
  name: string;
  query: string;
  visibility: string;
  updated_at: number;
};

type WorkerRow = {
  id: string;
  host: string;
  pid: number;
  engine: string;
  queues: string;
  started_at: number;
  seen_at: number;
  doing: string;
};

type CrawlRunRow = {
  id: Generated<number>;
  site: string;
  started_at: number;
  finished_at: number | null;
  summary: string | null;
};

type CrawlPageRow = {
  site: string;
  key: string;
  url: string;
  label: string;
  /** `page`, `document` or `nothing`. */
  holds: string;
  sha256: string;
  remembered: string;
  fetched_at: number;
  withdrawn_at: number | null;
};

type CrawlLogRow = {
  id: Generated<number>;
  site: string;
  run: number;
  at: number;
  key: string;
  url: string;
  label: string;
  outcome: string;
  reason: string | null;
  detail: string | null;
};

type CrawlAlertRow = {
  id: Generated<number>;
  site: string;
  kind: string;
  raised_at: number;
  settled_at: number | null;
  detail: string;
};

/** New disagreements of a document, as they are told to other programs. */
type AnnouncementRow = {
  id: Generated<number>;
  at: number;
  sha256: string;
  result_id: number;
  body: string;
  /** When the deliveries were made from it. */
  spread_at: number | null;
};

type DeliveryRow = {
  id: Generated<number>;
  announcement: number;
  /** Name of the hook in the configuration. */
  hook: string;
  state: string;
  /** Raised by every try. */
  fence: number;
  attempts: number;
  due_at: number;
  created_at: number;
  ended_at: number | null;
  status: number | null;
  error_code: string | null;
  /** In both languages, JSON. */
  error_message: string | null;
};
