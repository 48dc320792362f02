import { spawnSync } from 'node:child_process';

/** A network of its own for some processes, joined to this machine by one cable. */
export interface NetworkNamespace {
  readonly type: 'namespace';
  /** Runs a command in it: to be put before the command. */
  readonly through: readonly string[];
  /** At which it reaches this machine. */
  readonly address: string;
  /** Nothing passes, and no connection is told. */
  cut(): void;
  heal(): void;
  remove(): void;
}

/** Makes one, or says why not: it needs Linux, the `ip` of iproute2 and the right to administer the network. */
export function makeNamespace(): NetworkNamespace | { readonly type: 'none'; readonly why: string } {
  const name = `tamis${process.pid % 100_000}`;
  const [near, far] = [`${name}a`, `${name}b`];
  // Of the block for tests of network devices (RFC 2544), which no network uses.
  const net = `198.18.${process.pid % 250}`;
  const steps = [
    `netns add ${name}`,
    `link add ${near} type veth peer name ${far}`,
    `link set ${far} netns ${name}`,
    `address add ${net}.1/24 dev ${near}`,
    `link set ${near} up`,
    `-n ${name} address add ${net}.2/24 dev ${far}`,
    `-n ${name} link set ${far} up`,
    `-n ${name} link set lo up`,
  ];
  const remove = () => {
    ip(`link delete ${near}`);
    ip(`netns delete ${name}`);
  };
  for (const step of steps) {
    const why = ip(step);
    if (why === null) continue;
    remove();
    return { type: 'none', why: `no network namespaces: ${why}` };
  }
  return {
    type: 'namespace',
    through: ['ip', 'netns', 'exec', name],
    address: `${net}.1`,
    cut: () => ip(`link set ${near} down`),
    heal: () => ip(`link set ${near} up`),
    remove,
  };
}

/** Null where it worked, else what was said. */
function ip(words: string): string | null {
  const { status, error, stderr } = spawnSync('ip', words.split(' '), { encoding: 'utf8' });
  return status === 0 ? null : (error?.message ?? stderr.trim());
}
