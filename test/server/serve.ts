import { randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { type RunningServer, type ServerOptions, startServer } from '../../src/server/start-server.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
  readonly text: string;
}

export interface Served {
  readonly server: RunningServer;
  /** Signed in by the token, as a program is. */
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
  /** Exactly these headers: fetch would not send another Host. */
  raw(path: string, options?: RawOptions): Promise<Answered>;
  errors: unknown[];
}

export interface RawOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Serves a case for a test. */
export async function serve(caseDirectory: string, options: Partial<ServerOptions> = {}): Promise<Served> {
  const errors: unknown[] = [];
  const server = await startServer({
    caseDirectory,
    host: null,
    port: 0,
    app: null,
    language: 'en',
    version: '0.0.0',
    now: () => new Date(),
    random: (bytes) => randomBytes(bytes),
    report: (error) => errors.push(error),
    ...options,
  });
  const signedIn = { authorization: `Bearer ${server.token}` };
  const raw = (path: string, given: RawOptions = {}): Promise<Answered> => ask(server.port, path, given);
  const checked = async <T>(path: string, given: RawOptions): Promise<T> => {
    const answered = await raw(path, given);
    if (answered.status !== 200) throw new Error(`${path}: ${answered.status} ${answered.text}`);
    return JSON.parse(answered.text) as T;
  };
  return {
    server,
    errors,
    raw,
    get: (path) => checked(path, { headers: signedIn }),
    post: (path, body) =>
      checked(path, {
        method: 'POST',
        headers: { ...signedIn, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  };
}

function ask(
  port: number,
  path: string,
  { method = 'GET', headers = {}, body }: RawOptions,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, path, method, headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const text = bytes.toString('utf8');
          const { statusCode = 0 } = response;
          resolve({
            status: statusCode,
            headers: response.headers,
            bytes,
            text,
          });
        });
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** The session a first visit with the token gives, as a Cookie header. */
export async function cookieOf(served: Served): Promise<string> {
  const { headers } = await served.raw(`/?token=${served.server.token}`);
  const [cookie = ''] = headers['set-cookie'] ?? [];
  return cookie.split(';')[0] ?? '';
}
