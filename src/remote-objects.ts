import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useRemoteObjects } from './case/remote-objects.ts';
import { BlockingBucket } from './net/s3/blocking-bucket.ts';

/** In the folder of a case whose objects lie in a bucket: so that each thread that opens it knows. No secret is in it. */
const MARK = 'bucket.json';

/** Makes a folder the cache of a bucket, for this thread and those that ask with `findBucket`. */
export function useBucket(
  directory: string,
  url: string,
  env: Readonly<Record<string, string | undefined>>,
): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  writeFileSync(join(directory, MARK), JSON.stringify({ url }), { mode: 0o600 });
  useRemoteObjects(directory, new BlockingBucket({ url, env: credentialsIn(env) }));
}

/**
 * To be called in each further thread that reads or writes objects of a case. `onWait` is called each second while the
 * bucket is waited for.
 */
export function findBucket(directory: string, onWait: () => void = () => {}): void {
  const mark = join(directory, MARK);
  if (!existsSync(mark)) return;
  const { url } = JSON.parse(readFileSync(mark, 'utf8')) as { url: string };
  useRemoteObjects(directory, new BlockingBucket({ url, env: credentialsIn(process.env) }, { onWait }));
}

/** Only these: the rest of an environment is nobody's business, and may not be copied to a thread. */
function credentialsIn(
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith('AWS_')));
}
