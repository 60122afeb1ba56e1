import { connect, createServer, type Socket } from 'node:net';
import { freePort } from './programs.ts';

/** A way to a server that can be cut without either end being told, as a firewall does that forgot a connection. */
export type StallingProxy = {
  readonly port: number;
  /** Nothing comes through any more on the connections that are open; `all`: nor on new ones. */
  readonly stall: (which: 'open' | 'all') => void;
  /** New connections come through again; those that were cut stay silent for ever. */
  readonly heal: () => void;
  readonly close: () => Promise<void>;
};

export async function openStallingProxy(target: number): Promise<StallingProxy> {
  const sockets = new Set<Socket>();
  let isClosed = false;
  const cut = (socket: Socket): void => {
    socket.unpipe();
    socket.pause();
  };
  const server = createServer((near) => {
    sockets.add(near);
    near.on('error', () => {});
    if (isClosed) return cut(near);
    const far = connect(target, '127.0.0.1');
    sockets.add(far);
    far.on('error', () => near.destroy());
    near.pipe(far).pipe(near);
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port,
    stall: (which) => {
      isClosed = which === 'all';
      for (const socket of sockets) cut(socket);
    },
    heal: () => {
      isClosed = false;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
