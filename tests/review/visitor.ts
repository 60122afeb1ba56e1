import { type OutgoingHttpHeaders, request } from 'node:http';

export type Answer = { readonly status: number; readonly headers: Headers; readonly text: string };

/** A browser as far as cookies and forms go: it may send headers that a real one would not. */
export type Visitor = {
  readonly get: (path: string, headers?: OutgoingHttpHeaders) => Promise<Answer>;
  /** Sends a form with the token of a page seen before, unless the fields bring another. */
  readonly post: (
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: OutgoingHttpHeaders,
  ) => Promise<Answer>;
  readonly cookie: (name: string) => string | undefined;
  /** What scripts send in a header instead. */
  readonly token: () => string;
};

export function createVisitor(origin: string, cookies = ''): Visitor {
  const jar = new Map(cookies.split('; ').flatMap((one) => (one.includes('=') ? [pairOf(one)] : [])));
  let token = '';
  const send = async (
    method: 'GET' | 'POST',
    path: string,
    { headers = {}, body }: { readonly headers?: OutgoingHttpHeaders; readonly body?: string },
  ): Promise<Answer> => {
    const answer = await ask(`${origin}${path}`, {
      method,
      headers: {
        accept: 'text/html',
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...headers,
      },
      body,
    });
    for (const set of answer.headers.getSetCookie()) jar.set(...pairOf(set.split(';')[0] ?? ''));
    token = /name="form-token" content="([^"]*)"/.exec(answer.text)?.[1] ?? token;
    return answer;
  };
  return {
    get: (path, headers = {}) => send('GET', path, { headers }),
    post: (path, fields, headers = {}) =>
      send('POST', path, {
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams({ form_token: token, ...fields }).toString(),
      }),
    cookie: (name) => jar.get(name),
    token: () => token,
  };
}

function pairOf(cookie: string): [string, string] {
  const at = cookie.indexOf('=');
  return [cookie.slice(0, at), cookie.slice(at + 1)];
}

/** Paths go out as they are written: `fetch` would tidy them up first. */
function ask(
  address: string,
  {
    method,
    headers,
    body,
  }: { readonly method: string; readonly headers: OutgoingHttpHeaders; readonly body: string | undefined },
): Promise<Answer> {
  const { hostname, port } = new URL(address);
  const path = address.slice(address.indexOf('/', 'http://'.length));
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path: encodePath(path), headers }, (answer) => {
      // A stream of events has no end: its head is the answer.
      if (answer.headers['content-type']?.startsWith('text/event-stream'))
        setImmediate(() => answer.destroy());
      answer.on('close', () => answer.emit('end'));
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const received = new Headers();
        for (const [name, value] of Object.entries(answer.headers))
          for (const one of [value].flat()) if (one !== undefined) received.append(name, one);
        resolve({
          status: answer.statusCode ?? 0,
          headers: received,
          text: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function encodePath(path: string): string {
  return path.replace(/[^\x21-\x7e]/g, encodeURIComponent);
}
