import { createServer } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import {
  type Client,
  type ClientSettings,
  createClient,
  type GetOptions,
} from '../../../crawl/request/client.ts';
import { serve, serveSocket, type TestServer } from './test-server.ts';

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

function client(settings: Partial<ClientSettings> = {}): Client {
  const created = createClient({ userAgent: 'fuhe-test', allowPrivate: ['127.0.0.0/8'], ...settings });
  open.push(created);
  return created;
}

async function server(answer: Parameters<typeof serve>[0]): Promise<TestServer> {
  const started = await serve(answer);
  open.push(started);
  return started;
}

async function socketServer(answer: Parameters<typeof serveSocket>[0]): Promise<TestServer> {
  const started = await serveSocket(answer);
  open.push(started);
  return started;
}

const on = ({ port }: TestServer, ...hosts: string[]): GetOptions => ({
  ports: ['127.0.0.1', ...hosts].map((host) => `${host}:${port}`),
});

async function codeOf(getting: ReturnType<Client['get']>): Promise<string> {
  const got = await getting;
  return got.ok ? `got ${got.value.status}` : got.refusal.code;
}

describe('a safe request', () => {
  test('gives bytes, kind and evidence', async () => {
    const site = await server((_, response) => response.end('<html>决算</html>'));
    const got = await client().get(`${site.origin}/a`, on(site));
    expect(got.ok && got.value).toMatchObject({
      status: 200,
      kind: 'html',
      evidence: { requested: `${site.origin}/a`, hops: [{ url: `${site.origin}/a`, status: 200 }] },
    });
  });

  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('unpacks %s', async (encoding, pack) => {
    const site = await server((_, response) => {
      response.setHeader('content-encoding', encoding).end(pack(Buffer.from('自评表')));
    });
    const got = await client().get(site.origin, on(site));
    expect(got.ok && Buffer.from(got.value.bytes).toString()).toBe('自评表');
  });

  test('says who asks, and asks conditionally with what it knows', async () => {
    const site = await server((request, response) => {
      expect(request.headers['user-agent']).toBe('fuhe-test');
      response.statusCode = request.headers['if-none-match'] === '"v1"' ? 304 : 200;
      response.end();
    });
    const asked = client().get(site.origin, { ...on(site), validators: { etag: '"v1"' } });
    expect(await codeOf(asked)).toBe('got 304');
  });

  test('follows redirects and keeps the chain', async () => {
    const site = await server((request, response) => {
      if (request.url === '/c') return response.end('%PDF-1.7');
      const target = request.url === '/a' ? '/b' : `http://127.0.0.1:${site.port}/c`;
      return response.writeHead(302, { location: target }).end();
    });
    const got = await client().get(`${site.origin}/a`, on(site));
    expect(got.ok && got.value.evidence.hops.map(({ status }) => status)).toEqual([302, 302, 200]);
    expect(got.ok && got.value).toMatchObject({ url: `${site.origin}/c`, kind: 'pdf' });
  });

  test('asks conditionally where an earlier redirect led, and not on the way', async () => {
    const site = await server((request, response) => {
      const isKnown = request.headers['if-none-match'] === '"v1"';
      if (request.url === '/a') {
        expect(isKnown).toBe(false);
        return response.writeHead(302, { location: '/b' }).end();
      }
      response.statusCode = isKnown ? 304 : 200;
      return response.end('%PDF-1.7');
    });
    const validators = { etag: '"v1"', of: `${site.origin}/b` };
    expect(await codeOf(client().get(`${site.origin}/a`, { ...on(site), validators }))).toBe('got 304');
    const elsewhere = { etag: '"v1"', of: `${site.origin}/c` };
    const moved = client().get(`${site.origin}/a`, { ...on(site), validators: elsewhere });
    expect(await codeOf(moved)).toBe('got 200');
  });

  test('gives up after five redirects', async () => {
    let asked = 0;
    const site = await server((_, response) => {
      asked += 1;
      response.writeHead(301, { location: `/${asked}` }).end();
    });
    expect(await codeOf(client().get(site.origin, on(site)))).toBe('request/redirects');
    expect(asked).toBe(6);
  });

  test('asks its gate before every hop, and ends the turn after each answer', async () => {
    const site = await server((request, response) => {
      if (request.url === '/b') return response.end('ok');
      return response.writeHead(302, { location: '/b' }).end();
    });
    const seen: string[] = [];
    const gate: NonNullable<GetOptions['gate']> = async (url) => {
      seen.push(`in ${url.pathname}`);
      return { ok: true, value: () => seen.push(`out ${url.pathname}`) };
    };
    await client().get(`${site.origin}/a`, { ...on(site), gate });
    expect(seen).toEqual(['in /a', 'out /a', 'in /b', 'out /b']);
  });
});

describe('a request inward', () => {
  test('is refused for a name that leads to the loopback', async () => {
    const asked = client({ allowPrivate: [] }).get('http://localhost/');
    expect(await codeOf(asked)).toBe('request/special-address');
  });

  test('is refused when only one of several addresses is private', async () => {
    const asked = client({
      allowPrivate: [],
      resolve: async () => [
        { address: '93.184.216.34', family: 4 },
        { address: '10.0.0.5', family: 4 },
      ],
    }).get('http://www.example.gov.cn/');
    expect(await codeOf(asked)).toBe('request/special-address');
  });

  test.each([
    'http://10.0.0.1/',
    'http://2130706433/',
    'http://[::ffff:7f00:1]/',
    'http://169.254.169.254/latest/',
  ])('is refused when a redirect leads to %s', async (target) => {
    const site = await server((_, response) => response.writeHead(302, { location: target }).end());
    const asked = client({
      allowPrivate: ['www.example.test'],
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    });
    const got = asked.get(`http://www.example.test:${site.port}/`, on(site, 'www.example.test'));
    expect(await codeOf(got)).toBe('request/special-address');
  });

  test.each([
    ['http://user:secret@www.example.gov.cn/', 'request/credentials'],
    ['file:///etc/passwd', 'request/scheme'],
    ['http:\\\\10.0.0.1/', 'request/backslash'],
    ['http://127.0.0.1:6379/', 'request/port'],
  ])('is refused when a redirect leads to %s', async (target, code) => {
    const site = await server((_, response) => response.writeHead(302, { location: target }).end());
    expect(await codeOf(client().get(site.origin, on(site)))).toBe(code);
  });

  test('is refused when the name server answers differently the second time', async () => {
    const site = await server((_, response) => response.end('inside'));
    let asked = 0;
    const rebound = client({
      allowPrivate: [],
      limits: { connectMilliseconds: 1500 },
      resolve: async () => {
        asked += 1;
        return [{ address: asked === 1 ? '192.0.2.1' : '127.0.0.1', family: 4 }];
      },
    });
    const get = () => rebound.get(`http://www.example.test:${site.port}/`, on(site, 'www.example.test'));
    expect(await codeOf(get())).toBe('request/special-address');
    expect(await codeOf(get())).toBe('request/special-address');
    expect(asked).toBe(2);
  });

  test('connects to the address that was checked, with one question to the name server', async () => {
    const site = await server((request, response) => response.end(request.headers.host));
    let asked = 0;
    const named = client({
      resolve: async () => {
        asked += 1;
        return [{ address: asked === 1 ? '127.0.0.1' : '10.255.255.1', family: 4 }];
      },
    });
    const got = await named.get(`http://www.example.test:${site.port}/`, on(site, 'www.example.test'));
    expect(got.ok && Buffer.from(got.value.bytes).toString()).toBe(`www.example.test:${site.port}`);
    expect(asked).toBe(1);
  });
});

describe('a body that would never do', () => {
  const small = { bytes: 50_000, unpackedBytes: 100_000 };

  test('is cut off when it is endless', async () => {
    let sent = 0;
    const site = await server((_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384))) sent += 16_384;
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    expect(await codeOf(client({ limits: small }).get(site.origin, on(site)))).toBe('request/too-large');
    expect(sent).toBeLessThan(20_000_000);
  });

  test('is cut off when it unpacks without end', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    const site = await server((_, response) => response.setHeader('content-encoding', 'gzip').end(bomb));
    const asked = client({ limits: small }).get(site.origin, on(site));
    expect(await codeOf(asked)).toBe('request/unpacked-too-large');
  });

  test('is cut off when the packed bytes alone are too many', async () => {
    const noise = gzipSync(
      Buffer.from(Array.from({ length: 90_000 }, (_, index) => (index * 7919 + (index >> 3)) % 251)),
      { level: 0 },
    );
    const site = await server((_, response) => response.setHeader('content-encoding', 'gzip').end(noise));
    expect(await codeOf(client({ limits: small }).get(site.origin, on(site)))).toBe('request/too-large');
  });

  test('is refused unread when its declared length is over the limit', async () => {
    const site = await socketServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\nabc');
    });
    expect(await codeOf(client({ limits: small }).get(site.origin, on(site)))).toBe('request/too-large');
  });

  test('is refused when less comes than was declared', async () => {
    const site = await socketServer((socket) => {
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc');
    });
    expect(await codeOf(client().get(site.origin, on(site)))).toMatch(/request\/(?:truncated|connection)/);
  });

  test('gives no more than was declared when more comes', async () => {
    const site = await socketServer((socket) => {
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef');
    });
    const got = await client().get(site.origin, on(site));
    expect(got.ok ? Buffer.from(got.value.bytes).toString() : 'refused').toMatch(/^(?:abc|refused)$/);
  });

  test('is cut off when it stands still', async () => {
    const site = await server((_, response) => response.write('a'));
    expect(await codeOf(client({ limits: { idleMilliseconds: 300 } }).get(site.origin, on(site)))).toBe(
      'request/idle-timeout',
    );
  });

  test('is cut off at the deadline when it trickles', async () => {
    const site = await server((_, response) => {
      const timer = setInterval(() => response.write('a'), 20);
      response.on('close', () => clearInterval(timer));
    });
    const asked = client({ limits: { totalMilliseconds: 400, idleMilliseconds: 300 } }).get(
      site.origin,
      on(site),
    );
    expect(await codeOf(asked)).toBe('request/deadline');
  });

  test('is refused when its headers trickle', async () => {
    const site = await socketServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const timer = setInterval(() => socket.write('X-A: b\r\n'), 20);
      socket.on('close', () => clearInterval(timer));
    });
    const asked = client({ limits: { totalMilliseconds: 400, headersMilliseconds: 300 } }).get(
      site.origin,
      on(site),
    );
    expect(await codeOf(asked)).toMatch(/request\/(?:deadline|headers-timeout)/);
  });

  test('is refused when its headers have no end', async () => {
    const site = await socketServer((socket) =>
      socket.write(`HTTP/1.1 200 OK\r\nX-A: ${'b'.repeat(200_000)}`),
    );
    expect(await codeOf(client().get(site.origin, on(site)))).toBe('request/headers');
  });

  test('is refused when its encoding is damaged or unknown', async () => {
    const site = await server((request, response) => {
      response.setHeader('content-encoding', request.url === '/a' ? 'gzip' : 'secret').end('no such thing');
    });
    const asking = client();
    expect(await codeOf(asking.get(`${site.origin}/a`, on(site)))).toBe('request/encoding');
    expect(await codeOf(asking.get(`${site.origin}/b`, on(site)))).toBe('request/encoding');
  });

  test('is truncated where the caller wants its beginning', async () => {
    const site = await server((_, response) => response.end('x'.repeat(90_000)));
    const got = await client({ limits: small }).get(site.origin, { ...on(site), overflow: 'truncate' });
    expect(got.ok && got.value.bytes.length).toBe(50_000);
  });

  test('is given up when the crawl stops', async () => {
    const stop = new AbortController();
    const site = await server((_, response) => {
      response.write('a');
      stop.abort();
    });
    const got = client().get(site.origin, { ...on(site), signal: stop.signal });
    expect(await codeOf(got)).toBe('request/stopped');
  });
});

test('nobody at home is a refusal', async () => {
  const closed = createServer();
  const site = await serve(() => {});
  await site.close();
  closed.close();
  expect(await codeOf(client().get(site.origin, on(site)))).toBe('request/connection');
});
