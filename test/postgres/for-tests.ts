import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { PostgresCase } from '../../src/case/postgres/case.ts';
import { type OpenPostgresOptions, openPostgresCase } from '../../src/case/postgres/open.ts';
import { PostgresConnection } from '../../src/net/postgres/connection.ts';
import { type ServerOptions, startPostgres, type TestServer } from './server.ts';

export interface TestPostgres {
  readonly type: 'postgres';
  readonly server: TestServer;
  /** URL of a database of its own, for the server's superuser. */
  readonly url: string;
  /** Where the folders of cases lie. */
  readonly folder: string;
  open(options: Pick<OpenPostgresOptions, 'name' | 'as' | 'now' | 'create'>): PostgresCase;
  stop(): Promise<void>;
}

/** An empty database on a server for tests, or why there is none. */
export async function postgresForTests(
  options: ServerOptions = {},
): Promise<TestPostgres | { readonly type: 'none'; readonly why: string }> {
  const started = await startPostgres(options);
  if (started.type === 'none') return started;
  const { server } = started;
  const database = `tamis_${process.pid}_${Date.now()}`;
  await asSuperuser(server, `CREATE DATABASE ${database} ENCODING 'UTF8' TEMPLATE template0`);
  const folder = mkdtempSync(join(tmpdir(), 'tamis-pg-cases-'));
  const url = server.url(database);
  return {
    type: 'postgres',
    server,
    url,
    folder,
    open: (options) =>
      openPostgresCase(new PostgresConnection({ url, application: 'tamis test', password: null }), {
        ...options,
        directoryOf: (name) => join(folder, name),
        patienceMs: 20_000,
      }),
    stop: async () => {
      if (server.restart === null)
        await asSuperuser(server, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function asSuperuser(server: TestServer, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  await client.query(sql);
  await client.end();
}
