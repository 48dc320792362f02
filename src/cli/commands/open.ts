import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { CaseStore } from '../../case/store.ts';
import { type Language, TamisError } from '../../model/index.ts';
import { appFolder } from '../../server/app/app-folder.ts';
import { buildApp } from '../../server/app/build-app.ts';
import { openBrowser } from '../../server/app/open-browser.ts';
import { type RunningServer, type SharedServing, startServer } from '../../server/start-server.ts';
import { CASE_FLAGS, caseOf } from '../case-flag.ts';
import { defineCommand } from '../command.ts';
import type { Host, Output } from '../host.ts';
import { version } from '../version.ts';
import { logAct, withCase } from '../with-case.ts';

/** Any that is seldom taken; where it is, the next free one. */
const DEFAULT_PORT = 4170;
/** Ports tried after the usual one: other cases may be open. */
const FURTHER_PORTS = 20;
/** Fewer characters than this can be guessed through any limit on tries. */
const SHORTEST_PASSWORD = 10;

export const open = defineCommand({
  path: ['open'],
  summary: {
    en: 'The workbench in the browser: overview, reader, traces, people, review',
    fr: 'L’établi dans le navigateur\u00a0: vue d’ensemble, lecture, traces, personnes, relecture',
  },
  description: {
    en: `Serves the case on this machine alone, at an address with a token that lets you in; Ctrl-C ends it. It may run
while a sift does. What people tag, note and sign is kept in the case, each change in a chained log.

--host lets colleagues on the local network in, with a password of at least ${SHORTEST_PASSWORD} characters from --password-file
or TAMIS_PASSWORD. The connection is not encrypted: use it only on a network you trust, or through a tunnel.`,
    fr: `Sert le dossier d’enquête sur cette seule machine, à une adresse qui porte un jeton d’accès\u202f; Ctrl-C y met fin.
Possible pendant un tri. Étiquettes, notes et signatures sont gardées dans le dossier, chaque changement dans
un journal chaîné.

--host ouvre l’accès aux collègues du réseau local, avec un mot de passe d’au moins ${SHORTEST_PASSWORD} caractères, lu dans
--password-file ou TAMIS_PASSWORD. La connexion n’est pas chiffrée\u00a0: seulement sur un réseau de confiance, ou par un tunnel.`,
  },
  positionals: [],
  flags: [
    ...CASE_FLAGS,
    {
      name: 'port',
      type: 'number',
      min: 0,
      max: 65_535,
      metavar: 'N',
      summary: {
        en: `port to listen on; without it, ${DEFAULT_PORT} or the next that is free (0: any)`,
        fr: `port d’écoute\u202f; sans elle, ${DEFAULT_PORT} ou le premier libre après (0\u00a0: n’importe lequel)`,
      },
    },
    {
      name: 'no-browser',
      type: 'boolean',
      summary: { en: 'only print the address', fr: 'afficher seulement l’adresse' },
    },
    {
      name: 'host',
      type: 'string',
      metavar: 'ADDRESS',
      summary: {
        en: 'listen on this address, for colleagues; 0.0.0.0 is all of them. Needs a password',
        fr: 'écouter sur cette adresse, pour les collègues\u202f; 0.0.0.0 pour toutes. Exige un mot de passe',
      },
    },
    {
      name: 'password-file',
      type: 'string',
      metavar: 'FILE',
      summary: {
        en: 'the password is the first line of this file',
        fr: 'le mot de passe est la première ligne de ce fichier',
      },
    },
  ],
  examples: [
    { line: 'tamis open', summary: { en: 'the only case here', fr: 'le seul dossier ici' } },
    {
      line: 'tamis open --host 192.168.1.20 --password-file pass.txt',
      summary: { en: 'for the team', fr: 'pour l’équipe' },
    },
  ],
  run: async (context) => {
    const { flags, json, lang, stdout, stderr, cwd, env, now, signal } = context;
    const shared = flags.db === undefined ? null : await openThere(context, flags.db, flags.case);
    // Where there are accounts nobody shares a password; this one opens nothing.
    const hasAccounts = shared !== null && shared.accounts !== null;
    const sharedPassword = () => (hasAccounts ? randomUUID() : passwordOf(flags['password-file'], context));
    const password = flags.host === undefined ? null : sharedPassword();
    const caseDirectory = shared?.store.directory ?? resolve(cwd, caseOf(flags.case, cwd));
    const log = (store: CaseStore) =>
      logAct(context, store, 'workbench-opened', { host: flags.host ?? null });
    if (shared) log(shared.store);
    else await withCase(context, caseDirectory, log);
    const app = env.TAMIS_APP ?? (await appOf(stderr, lang));
    const start = (port: number): Promise<RunningServer> =>
      startServer({
        ...{ caseDirectory, port, app, now, language: lang, version: version(), env },
        ...(shared && { shared }),
        host: flags.host === undefined || password === null ? null : { name: flags.host, password },
        report: (error) => stderr.write(`tamis: ${error instanceof Error ? error.stack : String(error)}\n`),
      });
    const server = flags.port === undefined ? await onFreePort(start) : await start(flags.port);
    const { url, token, port } = server;
    try {
      if (json) stdout.write(`${JSON.stringify({ url, token, port })}\n`);
      else {
        stdout.write(`${url}\n`);
        stderr.write(`${(password === null ? HINTS.own : HINTS.network)[lang]}\n`);
      }
      if (!flags['no-browser'] && !json && env.TAMIS_NO_BROWSER === undefined)
        openBrowser(url, process.platform);
      await aborted(signal);
    } finally {
      await server.close();
    }
    return 0;
  },
});

/** Of a case in a database, to be read. */
async function openThere({ now, env }: Host, db: string, name: string | undefined): Promise<SharedServing> {
  const { openSharedCase } = await import('../../shared-case.ts');
  const store = openSharedCase({ db, name: name ?? null, as: 'read', now, env });
  const accounts = store.accounts.any() ? store.accounts : null;
  return { store, db, name: decodeURIComponent(basename(store.directory)), accounts };
}

const HINTS = {
  own: {
    en: 'Open this address; it carries the token that lets you in. Ctrl-C ends the workbench.',
    fr: 'Ouvrez cette adresse\u202f; elle porte le jeton d’accès. Ctrl-C ferme l’établi.',
  },
  network: {
    en: 'Colleagues open this address and give the password. The connection is not encrypted: only on a network you trust. Ctrl-C ends the workbench.',
    fr: 'Les collègues ouvrent cette adresse et donnent le mot de passe. La connexion n’est pas chiffrée\u00a0: seulement sur un réseau de confiance. Ctrl-C ferme l’établi.',
  },
  building: { en: 'Building the workbench …', fr: 'Construction de l’établi…' },
  notBuilt: {
    en: 'The workbench is not built; only the JSON under /api/ is served. Build it with: npm run build:ui',
    fr: 'L’établi n’est pas construit\u202f; seul le JSON sous /api/ est servi. Pour le construire\u00a0: npm run build:ui',
  },
} as const;

/** Never on the command line, where every user of the machine can read it. Throws `bad-option`. */
function passwordOf(file: string | undefined, { cwd, env }: Host): string {
  const written = file === undefined ? (env.TAMIS_PASSWORD ?? '') : firstLine(resolve(cwd, file));
  if (written.length < SHORTEST_PASSWORD)
    throw new TamisError('bad-option', {
      en: `--host needs a password of at least ${SHORTEST_PASSWORD} characters, from --password-file or TAMIS_PASSWORD.`,
      fr: `--host demande un mot de passe d’au moins ${SHORTEST_PASSWORD} caractères, par --password-file ou TAMIS_PASSWORD.`,
    });
  return written;
}

function firstLine(path: string): string {
  try {
    return readFileSync(path, 'utf8').split(/\r?\n/)[0] ?? '';
  } catch (cause) {
    throw new TamisError(
      'cannot-read',
      { en: `Cannot read the password from ${path}.`, fr: `Le mot de passe ne peut être lu dans ${path}.` },
      { cause },
    );
  }
}

async function appOf(stderr: Output, lang: Language): Promise<string | null> {
  const found = appFolder();
  if (found.type === 'built') return found.folder;
  if (found.type === 'to-build') {
    stderr.write(`${HINTS.building[lang]}\n`);
    const { built, said } = await buildApp(found);
    if (built) return found.folder;
    stderr.write(said === '' ? '' : `${said.trimEnd()}\n`);
  }
  stderr.write(`${HINTS.notBuilt[lang]}\n`);
  return null;
}

async function onFreePort(start: (port: number) => Promise<RunningServer>): Promise<RunningServer> {
  for (let port = DEFAULT_PORT; ; port++) {
    try {
      return await start(port);
    } catch (error) {
      const taken = error instanceof TamisError && error.code === 'port-taken';
      if (!taken || port >= DEFAULT_PORT + FURTHER_PORTS) throw error;
    }
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', () => done(), { once: true });
  });
}
