import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/**
 * Takes the network away from this process. Node 24's permission model does not cover it, so the doors are taken off:
 * every client and server of Node (http, tls, fetch, http2 included) ends in one of these. It must run before any other
 * module is loaded, or that one may have kept a door.
 */
export function closeNetwork(): void {
  const closed = (): never => {
    throw new Error('there is no network in a guarded child');
  };
  const close = (target: object, names: readonly string[]): void => {
    for (const name of names) {
      // Some globals load the library behind them when they are looked at, as redefining does; deleting does not.
      Reflect.deleteProperty(target, name);
      Object.defineProperty(target, name, { value: closed });
    }
  };
  close(net.Socket.prototype, ['connect']);
  close(net.Server.prototype, ['listen']);
  close(dgram.Socket.prototype, ['bind', 'connect', 'send']);
  close(dns, functionsOf(dns));
  close(dns.promises, functionsOf(dns.promises));
  close(dns.Resolver.prototype, functionsOf(dns.Resolver.prototype));
  close(dns.promises.Resolver.prototype, functionsOf(dns.promises.Resolver.prototype));
  close(globalThis, ['fetch', 'WebSocket', 'EventSource']);
  syncBuiltinESMExports();
}

/** Names of everything that asks a name server. */
function functionsOf(target: object): readonly string[] {
  const owners = [target, Object.getPrototypeOf(target)].filter((owner) => owner !== Object.prototype);
  return owners
    .flatMap((owner) => Object.getOwnPropertyNames(owner))
    .filter((name) => /^(?:lookup|resolve|reverse)/.test(name));
}
