import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { TamisError } from '../../model/index.ts';
import { AnswerSignal } from '../answer-signal.ts';
import { NoticeCount } from '../notice-count.ts';
import { addressOf, withoutPassword } from './address.ts';
import { BinaryArrays } from './binary-array.ts';
import type { Answer, BridgeSetup, Parameter, Request, ResultRow, Statement } from './protocol.ts';

export interface ConnectionOptions {
  readonly url: string;
  readonly application: string;
  readonly password: string | null;
  readonly statementMs?: number;
}

/** Passes over a large case ask for much at once; more than this is a cut cable. */
const STATEMENT_MS = 300_000;

/**
 * A connection to PostgreSQL whose calls block until the answer is there, as those of node:sqlite do: the store of
 * a case is one interface (docs/decisions/0210). The socket belongs to a thread of its own; waiting costs
 * no processor time.
 *
 * Errors are TamisErrors: `bad-db-url` when it is made; `db-lost` (reconnects with the next call), `db-again`, `db-refused`, `db-denied`,
 * `disk-full`, `db-error`.
 */
export class PostgresConnection {
  readonly #port: MessagePort;
  readonly #signal: AnswerSignal;
  /** Of what `listen` asked for. None comes while the connection is lost: who waits looks by itself now and then. */
  readonly notices: NoticeCount;
  readonly #place: string;
  readonly #arrays = new BinaryArrays();
  #open = true;

  constructor({ url, application, password, statementMs = STATEMENT_MS }: ConnectionOptions) {
    // Here, where its error keeps its code.
    addressOf(url);
    const signal = new SharedArrayBuffer(4);
    this.#signal = new AnswerSignal(signal);
    const notices = new SharedArrayBuffer(4);
    this.notices = new NoticeCount(notices);
    this.#place = withoutPassword(url);
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    const workerData: BridgeSetup = { url, application, password, signal, notices, statementMs, port: port2 };
    new Worker(BRIDGE, { workerData, transferList: [port2] }).unref();
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** Rows of one statement. */
  query(sql: string, parameters: readonly Parameter[] = []): readonly ResultRow[] {
    return this.run([{ sql, parameters }])[0] ?? [];
  }

  /** Several statements in one hand-over. */
  run(statements: readonly Statement[]): readonly (readonly ResultRow[])[] {
    const { statements: encoded, buffers } = this.#arrays.encoded(statements);
    return this.#call({ type: 'run', statements: encoded }, buffers);
  }

  script(sql: string): void {
    this.#call({ type: 'script', sql });
  }

  /** Has the server count notices of a channel (PostgreSQL, NOTIFY), now and on connections that take the place of this one. */
  listen(channel: string): void {
    this.#call({ type: 'listen', channel });
  }

  close(): void {
    if (!this.#open) return;
    this.#call({ type: 'close' });
    this.#open = false;
  }

  #call(request: Request, handedOver: readonly ArrayBuffer[] = []): readonly (readonly ResultRow[])[] {
    if (!this.#open)
      throw new TamisError('db-closed', {
        en: 'The connection to the database was closed.',
        fr: 'La connexion à la base a été fermée.',
      });
    this.#signal.lower();
    this.#port.postMessage(request, handedOver);
    this.#signal.wait();
    const answer: Answer | undefined = receiveMessageOnPort(this.#port)?.message;
    if (answer === undefined)
      throw new TamisError('db-error', {
        en: 'The database thread gave no answer.',
        fr: 'Le fil de la base n’a pas répondu.',
      });
    if (answer.type === 'rows') return answer.results;
    throw this.#errorOf(answer);
  }

  #errorOf({ kind, sqlState, message }: Extract<Answer, { type: 'error' }>): TamisError {
    const code = {
      lost: 'db-lost',
      again: 'db-again',
      refused: 'db-refused',
      denied: 'db-denied',
      other: 'db-error',
    };
    if (kind === 'disk-full')
      return new TamisError('disk-full', {
        en: `The database's disk is full (${this.#place}).`,
        fr: `Le disque de la base est plein (${this.#place}).`,
      });
    const state = sqlState === '' ? '' : ` [${sqlState}]`;
    return new TamisError(code[kind], `${this.#place}: ${message}${state}`);
  }
}

const BRIDGE = new URL(import.meta.url.endsWith('.ts') ? './bridge.ts' : './bridge.js', import.meta.url);
