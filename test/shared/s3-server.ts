import { mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bring } from '../bring.ts';

export interface S3Server {
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

interface Rver {
  run(): Promise<{ readonly port: number }>;
  close(): Promise<void>;
  readonly httpServer?: Server;
}

/** s3rver, an S3-compatible server that keeps its objects in a folder; null where npm cannot bring it. At a port of its choice, or `wanted`. */
export async function startS3(folder: string, bucket: string, wanted = 0): Promise<S3Server | null> {
  let module: { default: new (options: object) => Rver };
  try {
    const file = join(bring('s3rver@3.7.1'), 's3rver', 'lib', 's3rver.js');
    module = (await import(pathToFileURL(file).href)) as typeof module;
  } catch {
    return null;
  }
  mkdirSync(folder, { recursive: true });
  const server = new module.default({
    ...{ address: '127.0.0.1', port: wanted, silent: true, directory: folder },
    configureBuckets: [{ name: bucket, configs: [] }],
  });
  const { port } = await server.run();
  return {
    env: {
      AWS_ACCESS_KEY_ID: 'S3RVER',
      AWS_SECRET_ACCESS_KEY: 'S3RVER',
      AWS_REGION: 'us-east-1',
      AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}`,
    },
    stop: () => server.close(),
  };
}
