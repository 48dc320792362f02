/** Commands that read dumps, with attachments of all sizes. */
const READS_DUMPS: ReadonlySet<string> = new Set(['sift', 'worker', 'open', 'serve', 'demo']);

/** What the C library reads once, when a process begins. */
const VARIABLE = 'MALLOC_MMAP_THRESHOLD_';
const THRESHOLD = '262144';

/**
 * Begins the process anew with a threshold from which glibc gives a freed buffer back to the system, where none is set
 * (docs/decisions/0347). `./tamis` sets it; the installed command, the benchmarks and the tests start Node themselves.
 * The process stays the same to everyone else, as its image is replaced (execve(2)). Other C libraries pass the variable
 * over. Returns where there is nothing to do.
 */
export function giveBuffersBack(
  process: Pick<NodeJS.Process, 'platform' | 'env' | 'execve' | 'execPath' | 'execArgv' | 'argv'>,
): void {
  const { platform, env, execve, execPath, execArgv, argv } = process;
  if (platform !== 'linux' || env[VARIABLE] !== undefined || execve === undefined) return;
  if (!READS_DUMPS.has(argv[2] ?? '')) return;
  execve(execPath, [execPath, ...execArgv, ...argv.slice(1)], { ...env, [VARIABLE]: THRESHOLD });
}
