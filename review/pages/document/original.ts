import { Readable } from 'node:stream';
import type { ReviewDependencies } from '../../dependencies.ts';
import { originalHeaders } from '../../http/security-headers.ts';
import type { Route } from '../../route.ts';
import { denialPage } from '../denial.ts';
import { isHash } from './read-document-view.ts';

/** Pictures that browsers show by themselves and that cannot hold a script. */
export const pictureTypes: readonly string[] = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/bmp',
];

/** The bytes as they came: to be kept, or to be drawn by a script of ours, never shown as a page. */
export function originalRoute({ store, access }: ReviewDependencies): Route {
  return {
    method: 'GET',
    path: '/documents/:sha256/original',
    access: 'viewer',
    handle: async (visit) => {
      const { c } = visit;
      const sha256 = c.req.param('sha256') ?? '';
      const document = isHash(sha256) ? await store.documents.get(sha256) : undefined;
      const stream = document && (await store.blobs.read(sha256));
      if (!document || !stream) return denialPage(c, { denial: 'unknown', visit, kind: access.kind });
      const headers = { ...originalHeaders(document.name), 'Content-Length': String(document.size) };
      return c.body(Readable.toWeb(stream) as ReadableStream<Uint8Array>, 200, headers);
    },
  };
}

/** A picture, as a picture. */
export function pictureRoute({ store, access }: ReviewDependencies): Route {
  return {
    method: 'GET',
    path: '/documents/:sha256/picture',
    access: 'viewer',
    handle: async (visit) => {
      const { c } = visit;
      const sha256 = c.req.param('sha256') ?? '';
      const document = isHash(sha256) ? await store.documents.get(sha256) : undefined;
      const type = pictureTypes.find((known) => known === document?.mediaType);
      const stream = type && (await store.blobs.read(sha256));
      if (!document || !type || !stream)
        return denialPage(c, { denial: 'unknown', visit, kind: access.kind });
      return c.body(Readable.toWeb(stream) as ReadableStream<Uint8Array>, 200, {
        ...originalHeaders(document.name),
        'Content-Type': type,
      });
    },
  };
}
