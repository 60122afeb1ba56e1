/** What stands at an address of the test web. */
export type Resource = {
  readonly body: Uint8Array;
  readonly type: string;
  /** Sent and honoured, as most servers do for files and few do for pages. */
  readonly etag?: string;
  readonly redirect?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sends a byte now and then, or never stops. */
  readonly manner?: 'slow' | 'endless';
};

/** A host of the test web. Paths are `URL.pathname + URL.search`. */
export type TestSite = {
  readonly host: string;
  /** Path of the page that a crawl begins at. */
  readonly start: string;
  readonly robots: string | undefined;
  readonly resources: Map<string, Resource>;
  /** Addresses whose content holds a self-assessment. */
  readonly reports: ReadonlySet<string>;
  /** Answers for what is in no list: traps that make pages up. */
  readonly invent?: (path: string) => Resource | undefined;
};

export const page = (html: string): Resource => ({
  body: Buffer.from(html),
  type: 'text/html; charset=utf-8',
});

export const file = (body: Uint8Array, etag: string): Resource => ({
  body,
  type: 'application/octet-stream',
  etag: `"${etag}"`,
});
