import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, openAsBlob } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AwsClient } from 'aws4fetch';
import { TamisError } from '../../model/index.ts';
import { isLoopback } from '../loopback.ts';

/** A prefix of a bucket. Credentials come from the environment, never from an address. */
export interface BucketPlace {
  /** `s3://BUCKET/PREFIX`. */
  readonly url: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Of the client itself, with growing pauses, for answers of 5xx. */
const RETRIES = 6;

/** Attack on patience: a store that takes a connection and is silent, at the beginning of an answer or in the midst of it. */
const SILENCE_MS = 120_000;

/** What is sent cannot be watched, so it has the silence and the time of a slow line: 256 KB a second. */
const SLOWEST_BYTES_PER_MS = 256;

/** An answer may be cut by a proxy so that nobody notices; three times the same is what lies there. */
const MOST_ALTERED = 3;

/** Objects in an S3-compatible store, each under the SHA-256 of its bytes. */
export class Bucket {
  readonly #client: AwsClient;
  readonly #base: string;
  readonly #root: string;
  readonly #prefix: string;

  constructor({ url, env }: BucketPlace) {
    const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env;
    if (!accessKeyId || !secretAccessKey) {
      throw new TamisError('no-credentials', {
        en: 'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY for the object store.',
        fr: 'Donnez AWS_ACCESS_KEY_ID et AWS_SECRET_ACCESS_KEY pour le dépôt d’objets.',
      });
    }
    const region = env.AWS_REGION ?? env.AWS_DEFAULT_REGION ?? 'us-east-1';
    const sessionToken = env.AWS_SESSION_TOKEN;
    this.#client = new AwsClient({
      ...{ accessKeyId, secretAccessKey, service: 's3', region, retries: RETRIES },
      ...(sessionToken && { sessionToken }),
    });
    const { hostname: bucket, pathname } = new URL(url);
    this.#prefix = decodeURIComponent(pathname.replace(/^\/+|\/+$/g, ''));
    this.#root = `${endpointOf(env, region)}/${bucket}`;
    this.#base = `${this.#root}/${this.#prefix === '' ? '' : `${encodedPath(this.#prefix)}/`}`;
  }

  async has(sha256: string): Promise<boolean> {
    const response = await this.#ask(this.#base + sha256, { method: 'HEAD' });
    if (response.status === 404) return false;
    if (!response.ok) throw trouble(response.status, sha256);
    return true;
  }

  /** The server refuses what does not have this hash. */
  async put(file: string, sha256: string): Promise<void> {
    const body = await openAsBlob(file);
    const headers = { 'x-amz-content-sha256': sha256 };
    const limit = new Silence(SILENCE_MS + body.size / SLOWEST_BYTES_PER_MS);
    const response = await this.#ask(this.#base + sha256, { method: 'PUT', body, headers }, limit);
    await response.arrayBuffer();
    if (!response.ok) throw trouble(response.status, sha256);
  }

  /**
   * Into a file that appears whole; false when there is no such object. Throws `objects-altered` where other bytes lie under
   * the hash.
   */
  async fetch(sha256: string, file: string): Promise<boolean> {
    for (let tries = 1; ; tries++) {
      const got = await this.#download(sha256, file);
      if (got !== 'altered') return got === 'whole';
      if (tries === MOST_ALTERED) throw altered(sha256);
    }
  }

  async #download(sha256: string, file: string): Promise<'whole' | 'altered' | 'none'> {
    const silence = new Silence(SILENCE_MS);
    const response = await this.#ask(this.#base + sha256, { method: 'GET' }, silence);
    if (response.status === 404) return 'none';
    if (!response.ok || response.body === null) throw trouble(response.status, sha256);
    const temporary = `${file}.${randomUUID()}`;
    const hash = createHash('sha256');
    const watch = async function* (chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
      for await (const chunk of chunks) {
        silence.broken();
        hash.update(chunk);
        yield chunk;
      }
    };
    try {
      const bytes = Readable.fromWeb(response.body);
      await pipeline(bytes, watch, createWriteStream(temporary, { mode: 0o600 }));
      if (hash.digest('hex') !== sha256) return 'altered';
      await rename(temporary, file);
    } finally {
      silence.end();
      await rm(temporary, { force: true });
    }
    return 'whole';
  }

  /** All hashes there are, in pages of the store's own size. */
  async list(): Promise<readonly string[]> {
    const found: string[] = [];
    const prefix = this.#prefix === '' ? '' : `${this.#prefix}/`;
    for (let token = ''; ; ) {
      const query = new URLSearchParams({
        'list-type': '2',
        prefix,
        ...(token && { 'continuation-token': token }),
      });
      const response = await this.#ask(`${this.#root}?${query}`, { method: 'GET' });
      const xml = await response.text();
      // A list that was cut would be taken for all there is.
      if (!response.ok || !xml.trimEnd().endsWith('</ListBucketResult>'))
        throw trouble(response.status, 'the list of objects');
      for (const [, key = ''] of xml.matchAll(/<Key>[^<]*?([0-9a-f]{64})<\/Key>/g)) found.push(key);
      const next = /<NextContinuationToken>([^<]+)<\/NextContinuationToken>/.exec(xml)?.[1];
      if (next === undefined) return found;
      token = next.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    }
  }

  async #ask(url: string, init: RequestInit, silence = new Silence(SILENCE_MS)): Promise<Response> {
    try {
      return await this.#client.fetch(url, { ...init, signal: silence.signal });
    } catch (cause) {
      const why =
        cause instanceof Error ? (cause.cause instanceof Error ? cause.cause.message : cause.message) : '';
      throw new TamisError(
        'objects-lost',
        { en: `The object store does not answer (${why}).`, fr: `Le dépôt d’objets ne répond pas (${why}).` },
        { cause },
      );
    }
  }
}

/** Ends a request that has been silent for so long. */
class Silence {
  readonly #aborter = new AbortController();
  readonly #timer: NodeJS.Timeout;

  constructor(ms: number) {
    this.#timer = setTimeout(
      () => this.#aborter.abort(new Error(`silent for ${Math.round(ms / 1000)} s`)),
      ms,
    );
    this.#timer.unref();
  }

  get signal(): AbortSignal {
    return this.#aborter.signal;
  }

  broken(): void {
    this.#timer.refresh();
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

/** Encrypted, but on this machine. Throws `bad-objects`. */
function endpointOf(env: BucketPlace['env'], region: string): string {
  const given = env.AWS_ENDPOINT_URL_S3 ?? env.AWS_ENDPOINT_URL;
  if (given === undefined || given === '') return `https://s3.${region}.amazonaws.com`;
  const { protocol, hostname } = new URL(given);
  if (protocol !== 'https:' && !isLoopback(hostname)) {
    throw new TamisError('bad-objects', {
      en: `The object store ${hostname} must be reached by https.`,
      fr: `Le dépôt d’objets ${hostname} doit être joint en https.`,
    });
  }
  return given.replace(/\/+$/, '');
}

function encodedPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function trouble(status: number, what: string): TamisError {
  const code = status === 403 || status === 401 ? 'objects-refused' : 'objects-lost';
  return new TamisError(code, {
    en: `The object store answered ${status} for ${what}.`,
    fr: `Le dépôt d’objets a répondu ${status} pour ${what}.`,
  });
}

function altered(sha256: string): TamisError {
  return new TamisError('objects-altered', {
    en: `The object store gives other bytes than those of ${sha256}: what lies there was altered or cut.`,
    fr: `Le dépôt d’objets donne d’autres octets que ceux de ${sha256}\u00a0: ce qui s’y trouve a été modifié ou coupé.`,
  });
}
