/** Parameters that name a visit, not a page. */
const visitParameters =
  /^(?:jsessionid|phpsessid|aspsessionid\w*|sessionid|session_id|sid|zenid|cfid|cftoken|utm_\w+|spm|from|timestamp|random|rand|rnd|_|_t|_ts)$/i;

/** A first page under its own name and under its folder's is one page. */
const indexPage = /\/(?:index|default)\.(?:s?html?|jsp|jspx|aspx?|php)$/i;

/**
 * What an address is known by: two addresses with one key are the same page. Leaves out the scheme, the usual ports, the
 * fragment, session ids in the path or the query, and the name of an index page; sorts the query.
 */
export function addressKey(address: string | URL): string {
  const url = new URL(address);
  const path = withoutSession(url.pathname).replace(indexPage, '/');
  const query = [...url.searchParams]
    .filter(([name]) => !visitParameters.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  return `${url.host}${safeDecode(path)}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}

/** The address as it is fetched: without session ids and fragment, otherwise as it was written. */
export function cleanAddress(url: URL): string {
  const clean = new URL(url);
  clean.hash = '';
  clean.pathname = withoutSession(clean.pathname);
  for (const name of [...clean.searchParams.keys()])
    if (/^(?:jsessionid|phpsessid|aspsessionid\w*|sessionid|session_id|utm_\w+)$/i.test(name))
      clean.searchParams.delete(name);
  return clean.href;
}

/**
 * The family that an address belongs to: digits and tokens masked. A trap (a calendar, a session in the path) makes
 * endless addresses of one family.
 */
export function addressFamily(address: string): string {
  const url = new URL(address);
  const path = url.pathname.split('/').map(maskSegment).join('/');
  const names = [...url.searchParams].map(([name, value]) => `${name}=${maskSegment(value)}`).sort();
  return `${url.host}${path}?${names.join('&')}`;
}

function maskSegment(segment: string): string {
  const isToken = /^[\w-]{12,}$/.test(segment) && /\d/.test(segment) && /[a-z]/i.test(segment);
  return isToken ? '~' : segment.replace(/\d+/g, '#');
}

const withoutSession = (path: string): string => path.replace(/;[a-z]*session[a-z]*=[^/]*/gi, '');

function safeDecode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
