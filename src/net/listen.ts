import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { TamisError } from '../model/index.ts';

export type HttpRequest = IncomingMessage;
export type HttpResponse = ServerResponse;

/** Bounds on what a caller may cost before the first line of our own code runs. */
export interface ListenLimits {
  /** Bytes of all header fields. Attack: a 50 MB header; answered with 431. */
  readonly headerBytes: number;
  /** Milliseconds for the header. Attack: slowloris, a header a byte at a time. */
  readonly headersMs: number;
  /** Milliseconds for the whole request, its body included. Attack: the same with a body. */
  readonly requestMs: number;
  /** Milliseconds an idle connection is kept. */
  readonly idleMs: number;
  /** Connections at a time. Attack: all file descriptors of the process. */
  readonly connections: number;
}

export const LISTEN_LIMITS: ListenLimits = {
  headerBytes: 16_384,
  headersMs: 10_000,
  requestMs: 30_000,
  idleMs: 10_000,
  connections: 256,
};

export interface ListenOptions {
  /** A name or address of this machine; `127.0.0.1` keeps everybody else out. */
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly limits: ListenLimits;
}

export interface Listener {
  readonly port: number;
  /** Ends the open connections too: server-sent events would keep them for ever. */
  close(): Promise<void>;
}

/**
 * Listens for HTTP/1.1. Tamis listens nowhere else. Throws TamisError `port-taken`, `cannot-listen`.
 */
export async function listen(
  handle: (request: HttpRequest, response: HttpResponse) => void,
  { host, port, limits }: ListenOptions,
): Promise<Listener> {
  const server = createServer(
    {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: limits.idleMs,
      connectionsCheckingInterval: Math.min(1000, limits.headersMs),
      // A request with two lengths or two encodings is one way to smuggle another.
      insecureHTTPParser: false,
      requireHostHeader: true,
    },
    handle,
  );
  server.maxConnections = limits.connections;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
    server.listen({ host, port, exclusive: true }, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): TamisError {
  if (error.code === 'EADDRINUSE')
    return new TamisError(
      'port-taken',
      {
        en: `Port ${port} on ${host} is taken. Choose another with --port.`,
        fr: `Le port ${port} de ${host} est pris. Choisissez-en un autre avec --port.`,
      },
      {
        cause: error,
      },
    );
  return new TamisError(
    'cannot-listen',
    {
      en: `Cannot listen on ${host}, port ${port}: ${error.message}`,
      fr: `Impossible d’écouter sur ${host}, port ${port}\u00a0: ${error.message}`,
    },
    {
      cause: error,
    },
  );
}
