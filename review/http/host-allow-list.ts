/** Names under which this machine may always be asked from itself. */
const loopbackNames: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Whether a request's Host header names this server. A page elsewhere can make a browser resolve its own name to this machine
 * (DNS rebinding); its requests then still carry that name.
 */
export function isAllowedHost(header: string | undefined, allowed: readonly string[]): boolean {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::\d{1,5})?$/i.exec(header ?? '');
  const name = match?.[1]?.toLowerCase();
  return name !== undefined && [...loopbackNames, ...allowed.map((one) => one.toLowerCase())].includes(name);
}
