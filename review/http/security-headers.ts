/** On every answer. `img-src` allows pictures that a page's own script has drawn. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'self'; img-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/** On a file that somebody else wrote: it is kept, never shown as a page. */
export function originalHeaders(fileName: string): Readonly<Record<string, string>> {
  return {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename="document"; filename*=UTF-8''${encodeFileName(fileName)}`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cache-Control': 'private, max-age=86400, immutable',
  };
}

/** RFC 8187: what `encodeURIComponent` leaves but a header value may not hold is encoded too. */
function encodeFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1)?.slice(-200) ?? '';
  return encodeURIComponent(last.toWellFormed()).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
