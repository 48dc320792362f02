import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be cut, silently as a pulled cable or with a reset, and healed. */
export interface Cable {
  readonly port: number;
  /** Nothing passes and nobody is told. */
  pull(): void;
  plugIn(): void;
  /** Every connection through it ends. */
  reset(): void;
  close(): Promise<void>;
}

export async function cableTo(target: number): Promise<Cable> {
  const ends = new Set<Socket>();
  let pulled = false;
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(from);
      from.on('error', () => {});
      from.on('close', () => {
        ends.delete(from);
        to.destroy();
      });
      // What is sent into a pulled cable is lost, and with it the connection, as both sides will find.
      from.on('data', (data) => {
        if (!pulled) to.write(data);
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const reset = (): void => {
    for (const end of ends) end.destroy();
  };
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    pull: () => {
      pulled = true;
    },
    plugIn: () => {
      pulled = false;
    },
    reset,
    close: () =>
      new Promise((resolve) => {
        reset();
        server.close(() => resolve());
      }),
  };
}
