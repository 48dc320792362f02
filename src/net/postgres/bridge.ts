import { createHash } from 'node:crypto';
import { type MessagePort, workerData } from 'node:worker_threads';
import pg from 'pg';
import { AnswerSignal } from '../answer-signal.ts';
import { NoticeCount } from '../notice-count.ts';
import { addressOf } from './address.ts';
import { errorKind } from './error-kind.ts';
import { withNul, withoutNul } from './nul.ts';
import type { Answer, BridgeSetup, Parameter, Request, ResultRow, Scalar, Statement } from './protocol.ts';

/** Attack on patience: a server that takes the connection and never says anything. */
const CONNECT_MS = 10_000;
/** A cut cable is noticed while nothing is asked, too. */
const KEEP_ALIVE_MS = 10_000;

/** Who writes may compute between two statements, but not for longer than it would wait for the server twice. */
const IDLE_TIMES = 2;

// Counts and rows stay below 2^53; strings for them would have to be converted at every use.
const INT8 = 20;
const NUMERIC = 1700;
const CONNECTION_FAILURE = '08006';

/**
 * The thread that owns one connection. Who asks blocks until the answer is there (connection.ts), so there is never
 * more than one request at a time. A lost connection is made again with the next request.
 */
class Bridge {
  readonly #setup: BridgeSetup;
  readonly #port: MessagePort;
  readonly #signal: AnswerSignal;
  readonly #notices: NoticeCount;
  readonly #names = new Map<string, string>();
  readonly #channels = new Set<string>();
  #client: pg.Client | null = null;
  #inTransaction = false;

  constructor(setup: BridgeSetup) {
    this.#setup = setup;
    this.#port = setup.port;
    this.#signal = new AnswerSignal(setup.signal);
    this.#notices = new NoticeCount(setup.notices);
  }

  start(): void {
    this.#port.on('message', (request: Request) => void this.#take(request));
  }

  async #take(request: Request): Promise<void> {
    if (request.type === 'close') {
      await this.#drop();
      this.#answer({ type: 'rows', results: [] });
      this.#port.close();
      return;
    }
    try {
      this.#answer({ type: 'rows', results: await this.#run(request) });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const sqlState = error instanceof Error && 'code' in error ? String(error.code) : '';
      const kind = errorKind(sqlState, message);
      // Of a connection in doubt nothing more is expected.
      if (kind === 'lost') await this.#drop();
      this.#answer({ type: 'error', kind, sqlState, message });
    }
  }

  async #run(request: Exclude<Request, { type: 'close' }>): Promise<readonly (readonly ResultRow[])[]> {
    if (request.type === 'listen') {
      this.#channels.add(request.channel);
      await (await this.#connected()).query(listenTo([request.channel]));
      return [];
    }
    const first = request.type === 'script' ? request.sql : (request.statements[0]?.sql ?? '');
    if (this.#client === null && this.#inTransaction) {
      // The rest of a transaction whose beginning is gone must not be run by itself.
      this.#inTransaction = first === 'BEGIN';
      if (first === 'ROLLBACK') return [];
      if (first !== 'BEGIN')
        throw Object.assign(new Error('the connection was lost'), { code: CONNECTION_FAILURE });
    }
    const client = await this.#connected();
    if (request.type === 'script') {
      await client.query(request.sql);
      this.#follow(request.sql);
      return [];
    }
    const results: (readonly ResultRow[])[] = [];
    for (const statement of request.statements) {
      results.push(await this.#query(client, statement));
      this.#follow(statement.sql);
    }
    return results;
  }

  #follow(sql: string): void {
    if (sql === 'BEGIN') this.#inTransaction = true;
    else if (sql === 'COMMIT' || sql === 'ROLLBACK') this.#inTransaction = false;
  }

  async #query(
    client: pg.Client,
    { sql, parameters, anew = false }: Statement,
  ): Promise<readonly ResultRow[]> {
    const values = parameters.map(toServer);
    const { rows } = await client.query<Record<string, unknown>>(
      values.length === 0 ? { text: sql } : { text: sql, values, ...(!anew && { name: this.#nameOf(sql) }) },
    );
    for (const row of rows) fromServer(row);
    return rows;
  }

  /** The server keeps the plan of a statement under a name. */
  #nameOf(sql: string): string {
    const known = this.#names.get(sql);
    if (known !== undefined) return known;
    const name = createHash('sha256').update(sql).digest('hex').slice(0, 32);
    this.#names.set(sql, name);
    return name;
  }

  async #connected(): Promise<pg.Client> {
    if (this.#client !== null) return this.#client;
    const { url, ssl } = addressOf(this.#setup.url);
    // An address without a password takes the place of the one given beside it (pg 8); the environment is asked last, and a
    // thread's is its own.
    if (this.#setup.password !== null) process.env.PGPASSWORD = this.#setup.password;
    const client = new pg.Client({
      connectionString: url,
      ssl,
      application_name: this.#setup.application,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: this.#setup.statementMs,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    });
    client.setTypeParser(INT8, Number);
    client.setTypeParser(NUMERIC, Number);
    client.on('error', () => {
      if (this.#client === client) this.#client = null;
    });
    client.on('notification', () => this.#notices.add());
    try {
      await client.connect();
      await client.query(`${settingsOf(this.#setup.statementMs)};${listenTo(this.#channels)}`);
    } catch (error) {
      client.end().catch(() => {});
      throw error;
    }
    this.#client = client;
    return client;
  }

  async #drop(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    if (client === null) return;
    const ended = client.end().catch(() => {});
    // A farewell to a server that does not answer is not waited for.
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 500))]);
  }

  #answer(answer: Answer): void {
    this.#port.postMessage(answer);
    this.#signal.raise();
  }
}

/**
 * Not the schema `public`: up to PostgreSQL 14 any account may put functions there. A machine that is paused, or gone, in the midst of a
 * transaction holds locks that others wait for, and a lead its lock on the case: the server is to notice both.
 */
function settingsOf(statementMs: number): string {
  return `SET search_path = tamis; SET idle_in_transaction_session_timeout = ${IDLE_TIMES * statementMs};
    SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3`;
}

function listenTo(channels: Iterable<string>): string {
  return Array.from(channels, (channel) => `LISTEN ${pg.escapeIdentifier(channel)};`).join('');
}

function toServer(value: Parameter): unknown {
  if (typeof value === 'string') return withoutNul(value);
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return isList(value) ? value.map(toServer) : value;
}

function isList(value: Parameter): value is readonly Scalar[] {
  return Array.isArray(value);
}

function fromServer(row: Record<string, unknown>): void {
  for (const column in row) {
    const value = row[column];
    if (typeof value === 'string') row[column] = withNul(value);
  }
}

new Bridge(workerData as BridgeSetup).start();
