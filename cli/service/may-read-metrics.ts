import { hashOfSecret } from '../../review/accounts/secrets.ts';
import type { Store } from '../../store/open-store.ts';

type Watched = { readonly store: Store; readonly publicUrl: string | undefined };

/**
 * Whether somebody may see how the service does: this machine itself, or whoever shows an API token. Where something hands requests
 * on, all of them come from this machine, so that only the token counts.
 */
export async function mayReadMetrics(
  request: Request,
  bindings: object | undefined,
  { store, publicUrl }: Watched,
): Promise<boolean> {
  const bearer = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(request.headers.get('authorization') ?? '')?.[1];
  if (bearer !== undefined) return (await store.accounts.token(hashOfSecret(bearer, 'token'))) !== undefined;
  const isHandedOn =
    publicUrl !== undefined ||
    ['forwarded', 'x-forwarded-for', 'x-real-ip'].some((name) => request.headers.has(name));
  return !isHandedOn && isLoopback(remoteAddress(bindings));
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(?:::ffff:)?127\.|^::1$/.test(address);
}

/** What the web server tells of a request beside its content: Node's own, with the socket that it came on. */
function remoteAddress(bindings: object | undefined): string | undefined {
  const incoming: unknown = bindings && 'incoming' in bindings ? bindings.incoming : undefined;
  if (typeof incoming !== 'object' || incoming === null || !('socket' in incoming)) return undefined;
  const { socket } = incoming;
  if (typeof socket !== 'object' || socket === null || !('remoteAddress' in socket)) return undefined;
  return typeof socket.remoteAddress === 'string' ? socket.remoteAddress : undefined;
}
