import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createSocketServer, type Socket } from 'node:net';

/** A server on a free port of the loopback; `origin` is its address. */
export type TestServer = {
  readonly origin: string;
  readonly port: number;
  readonly close: () => Promise<void>;
};

export function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<TestServer> {
  const server = createServer(answer);
  return listening(server, () => server.closeAllConnections());
}

/** A server that speaks for itself, byte by byte. */
export function serveSocket(answer: (socket: Socket) => void): Promise<TestServer> {
  const open = new Set<Socket>();
  const server = createSocketServer((socket) => {
    open.add(socket);
    socket.on('error', () => {});
    socket.once('data', () => answer(socket));
  });
  return listening(server, () => {
    for (const socket of open) socket.destroy();
  });
}

function listening(server: ReturnType<typeof createSocketServer>, drop: () => void): Promise<TestServer> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port }: AddressInfo = server.address() as AddressInfo;
      const close = (): Promise<void> =>
        new Promise((done) => {
          server.close(() => done());
          drop();
        });
      resolve({ origin: `http://127.0.0.1:${port}`, port, close });
    });
  });
}
