import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { openCase } from '../case/open.ts';
import type { CaseStore } from '../case/store.ts';
import type { Language } from '../model/text.ts';
import { LISTEN_LIMITS, type ListenLimits, listen } from '../net/listen.ts';
import { CaseWorkers } from './case-work/case-workers.ts';
import { KeptDossiers } from './case-work/kept-dossiers.ts';
import { PdfPrinter } from './case-work/pdf-printer.ts';
import type { ServerContext } from './context.ts';
import { Downloads } from './files/downloads.ts';
import { StaticFiles } from './files/static-files.ts';
import { type AccountBook, AccountSessions } from './guard/account-sessions.ts';
import { Login } from './guard/login.ts';
import { hashPassword } from './guard/password.ts';
import { Sessions } from './guard/sessions.ts';
import { Tries } from './guard/tries.ts';
import { handleRequest } from './handle-request.ts';
import { Router } from './http/router.ts';
import { EventHub } from './live/event-hub.ts';
import { mirrorReview } from './live/mirror.ts';
import { DocumentPasswords } from './live/passwords.ts';
import { progressOf, watchCase } from './live/progress.ts';
import { Reviews } from './live/reviews.ts';
import { SpreadReports } from './live/spread-reports.ts';
import { ROUTES } from './resources/index.ts';
import { LiveView } from './table/live-view.ts';
import { VIEW_LIMITS, type ViewLimits, ViewPool } from './view/view-pool.ts';

export interface ServerOptions {
  /** Of the case; of a shared one its folder of objects and review. */
  readonly caseDirectory: string;
  /** A case in a database: opened for reading, and closed with the server. */
  readonly shared?: SharedServing;
  /** Null: this machine only, with a token. */
  readonly host: { readonly name: string; readonly password: string } | null;
  readonly port: number;
  /** Folder of the built app; null: there is none. */
  readonly app: string | null;
  readonly language: Language;
  readonly version: string;
  readonly now: () => Date;
  /** Of tokens, sessions, salts; node:crypto when absent. */
  readonly random?: (bytes: number) => Uint8Array;
  readonly report?: (error: unknown) => void;
  readonly limits?: Partial<ListenLimits>;
  readonly viewLimits?: Partial<ViewLimits>;
  /** Where a browser that prints is looked for; without it dossiers are pages alone. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Of scrypt; tests take less. */
  readonly passwordCost?: number;
}

export interface SharedServing {
  readonly store: CaseStore;
  readonly db: string;
  /** Of the case in the database. */
  readonly name: string;
  /** Who may sign in where others on the network may; without it whoever knows the password. */
  readonly accounts: AccountBook | null;
}

export interface RunningServer {
  /** With the token, where a token signs in. */
  readonly url: string;
  /** Empty where a password signs in. */
  readonly token: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves a case until `close`. The case is opened for reading, beside a sift that may run; only the review is
 * written. Throws as openCase and listen.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { caseDirectory, host, now } = options;
  const random = options.random ?? ((bytes: number) => randomBytes(bytes));
  const store = options.shared?.store ?? openCase(caseDirectory, { now, readOnly: true });
  if (options.shared) mkdirSync(caseDirectory, { recursive: true, mode: 0o700 });
  const review = store.openReview();
  const events = new EventHub();
  const view = await LiveView.open(
    store,
    () => review.version(),
    () => events.tell('progress', progressOf(store)),
  );
  const passwords = new DocumentPasswords();
  const pool = new ViewPool(caseDirectory, { ...VIEW_LIMITS, ...options.viewLimits }, () => passwords.all);
  const token = host === null ? Buffer.from(random(24)).toString('base64url') : '';
  const accounts = host === null ? null : (options.shared?.accounts ?? null);
  const sessions =
    accounts === null
      ? new Sessions(token, random)
      : new AccountSessions(accounts, random, (action, detail) => store.log(action, detail));
  const place = { caseDirectory, shared: placeOf(options.shared) };
  const context: ServerContext = {
    ...{ store, view, pool, passwords, events, now, language: options.language, version: options.version },
    reviews: new Reviews(review, events),
    downloads: new Downloads(now, random),
    spread: new SpreadReports(caseDirectory),
    work: new CaseWorkers(place),
    dossiers: new KeptDossiers(random),
    printer: new PdfPrinter(options.env ?? {}),
    asks: host === null ? 'token' : 'password',
  };
  const login = host === null ? null : await loginOf(host.password, accounts, options);
  const gate = {
    ...{ context, sessions, login, router: new Router(ROUTES), files: new StaticFiles(options.app) },
    hosts: () => ({
      port: listener.port,
      names: host === null ? [] : ownNames(host.name),
      anyAddress: host !== null,
    }),
    report: options.report ?? (() => {}),
  };
  const listener = await listen((request, response) => void handleRequest(gate, request, response), {
    host: host?.name ?? '127.0.0.1',
    port: options.port,
    limits: { ...LISTEN_LIMITS, ...options.limits },
  });
  pool.warm();
  const stopWatching = watchCase(context);
  const stopMirror = review.readOnly ? async () => {} : mirrorReview(review, place);
  const shown = host === null ? '127.0.0.1' : shownName(host.name);
  return {
    url: `http://${shown}:${listener.port}/${token === '' ? '' : `?token=${token}`}`,
    token,
    port: listener.port,
    async close() {
      stopWatching();
      await listener.close();
      await pool.close();
      await Promise.all([context.work.close(), context.spread.close(), context.printer.close()]);
      await stopMirror();
      review.close();
      store.close();
    },
  };
}

async function loginOf(
  password: string,
  accounts: AccountBook | null,
  { now, random = randomBytes, passwordCost }: ServerOptions,
): Promise<Login> {
  const shared = await hashPassword(password, random(16), passwordCost);
  const ofAccount = (book: AccountBook, name: string) => {
    const account = book.find(name);
    return account === null || account.revoked ? null : account.hash;
  };
  const hashOf = (name: string) => (accounts === null ? shared : ofAccount(accounts, name));
  return new Login(hashOf, shared, new Tries(() => now().getTime()));
}

function placeOf(shared: SharedServing | undefined): { db: string; name: string } | null {
  return shared === undefined ? null : { db: shared.db, name: shared.name };
}

/** Names a browser may call this server by: the one given, and the machine's own on its network. */
function ownNames(name: string): readonly string[] {
  const machine = hostname().toLowerCase();
  const given = name.toLowerCase();
  return [given.includes(':') ? `[${given}]` : given, machine, `${machine}.local`];
}

/** What to type in another machine's browser. */
function shownName(name: string): string {
  if (name !== '0.0.0.0' && name !== '::') return name.includes(':') ? `[${name}]` : name;
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === 'IPv4' && !address.internal);
  return outside?.address ?? '127.0.0.1';
}
