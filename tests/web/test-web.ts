import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Resource, TestSite } from './resource.ts';

/** One request as the server saw it; times are `performance.now()` in milliseconds. */
export type SeenRequest = {
  readonly host: string;
  readonly path: string;
  readonly at: number;
  ended: number | undefined;
  readonly status: number;
  readonly userAgent: string;
};

export type TestWeb = {
  readonly port: number;
  /** Every host leads to the loopback. */
  readonly resolve: (host: string) => Promise<{ address: string; family: 4 }[]>;
  readonly seen: SeenRequest[];
  readonly originOf: (site: TestSite) => string;
  readonly close: () => Promise<void>;
};

/** Serves many hosts from one port, told apart by `Host`, and writes down every request. */
export async function openTestWeb(sites: readonly TestSite[], address = '127.0.0.1'): Promise<TestWeb> {
  const seen: SeenRequest[] = [];
  const byHost = new Map(sites.map((site) => [site.host, site]));
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const site = byHost.get(host);
    answer({ request, response, path: request.url ?? '/', site, host, seen });
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const { port }: AddressInfo = server.address() as AddressInfo;
  return {
    port,
    seen,
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    originOf: ({ host }) => `http://${host}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  readonly host: string;
  readonly site: TestSite | undefined;
  readonly seen: SeenRequest[];
};

function answer({ request, response, path, host, site, seen }: Exchange): void {
  const resource = resourceAt(path, site);
  const isSame = resource?.etag !== undefined && request.headers['if-none-match'] === resource.etag;
  const status = isSame ? 304 : (resource?.status ?? (resource === undefined ? 404 : 200));
  const userAgent = request.headers['user-agent'] ?? '';
  const entry: SeenRequest = { host, path, at: performance.now(), ended: undefined, status, userAgent };
  seen.push(entry);
  const end = (): void => {
    entry.ended ??= performance.now();
  };
  response.on('finish', end).on('close', end);
  if (resource?.redirect !== undefined) {
    response.writeHead(302, { location: resource.redirect }).end();
    return;
  }
  response.writeHead(status, {
    ...(resource === undefined ? {} : { 'content-type': resource.type }),
    ...(resource?.etag === undefined ? {} : { etag: resource.etag }),
    ...resource?.headers,
  });
  if (isSame || resource === undefined) response.end();
  else send(response, resource);
}

function resourceAt(path: string, site: TestSite | undefined): Resource | undefined {
  if (path === '/robots.txt' && site?.robots !== undefined)
    return { body: Buffer.from(site.robots), type: 'text/plain' };
  return site?.resources.get(path) ?? site?.resources.get(safeDecode(path)) ?? site?.invent?.(path);
}

function safeDecode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function send(response: ServerResponse, { body, manner }: Resource): void {
  if (manner === undefined) {
    response.end(body);
    return;
  }
  const bit = manner === 'endless' ? Buffer.alloc(65_536) : Buffer.from('a');
  const timer = setInterval(() => response.write(bit), manner === 'endless' ? 1 : 50);
  response.on('close', () => clearInterval(timer));
}
