import { availableParallelism } from 'node:os';
import { basename, resolve } from 'node:path';
import { DEFAULT_LIMITS, type DomainKey, type Limits, TamisError } from '../../model/index.ts';
import type { KeyLookup } from '../../pipeline/missing-keys.ts';
import {
  type DecoyFinder,
  sift as runSift,
  type SharedSift,
  type SiftProgress,
  type SiftResult,
} from '../../sift.ts';
import { CASE_FLAGS } from '../case-flag.ts';
import { type CasePlace, placeOf } from '../case-place.ts';
import { type CommandContext, defineCommand } from '../command.ts';
import { commandName } from '../command-name.ts';
import type { Host } from '../host.ts';
import { LIMIT_FLAGS, limitsOf } from '../limit-flags.ts';
import { OBJECTS_FLAG } from '../objects-flag.ts';
import { PASSPHRASE_FLAG } from '../passphrase.ts';
import { readKeys } from '../read-keys.ts';
import { siftJson, siftText } from '../sift-summary.ts';
import { harmless } from '../terminal/cells.ts';
import { type Progress, progressOn } from '../terminal/progress.ts';

// More workers than this gain nothing: the one thread that writes the case is then the bottleneck.
const MOST_JOBS = 16;

export const sift = defineCommand({
  path: ['sift'],
  summary: {
    en: 'Read a dump into a case: every item, its verdict, a search index',
    fr: 'Lire une fuite dans un dossier d’enquête\u00a0: chaque élément, son verdict, un index de recherche',
  },
  description: {
    en: `Reads files and folders in place and never writes to them. What comes out lies in the case, a folder.
An interrupted sift goes on where it was; sifting the same input again changes nothing.`,
    fr: `Lit fichiers et dossiers sur place, sans jamais y écrire. Le résultat est dans le dossier d’enquête.
Un tri interrompu reprend où il en était\u202f; trier deux fois la même chose ne change rien.`,
  },
  positionals: [
    {
      name: 'dumps',
      metavar: 'DUMP',
      required: false,
      many: true,
      summary: {
        en: 'files and folders of the leak; none: go on with the case',
        fr: 'fichiers et dossiers de la fuite\u202f; aucun\u00a0: poursuivre l’enquête en cours',
      },
    },
  ],
  flags: [
    ...CASE_FLAGS,
    OBJECTS_FLAG,
    {
      name: 'keys',
      short: 'k',
      type: 'strings',
      metavar: 'FILE',
      summary: {
        en: 'DKIM keys: JSON Lines, or DNS zone text',
        fr: 'clés DKIM\u00a0: JSON Lines, ou texte de zone DNS',
      },
    },
    {
      name: 'reference',
      short: 'r',
      type: 'strings',
      metavar: 'PATH',
      summary: {
        en: 'the victim’s own archive, to compare with',
        fr: 'les archives de la victime, pour comparer',
      },
    },
    {
      name: 'password',
      short: 'p',
      type: 'strings',
      metavar: 'WORD',
      summary: {
        en: 'tried on every encrypted file',
        fr: 'essayé sur chaque fichier chiffré',
      },
    },
    {
      name: 'dns',
      type: 'boolean',
      summary: {
        en: 'ask DNS for keys that are missing (tells the domains’ owners that someone looks)',
        fr: 'demander au DNS les clés manquantes (les propriétaires des domaines verront qu’on regarde)',
      },
    },
    {
      name: 'ocr',
      type: 'boolean',
      summary: {
        en: 'when the verdicts are there, read words in images and scanned pages (English, French)',
        fr: 'une fois les verdicts rendus, lire les mots des images et des pages numérisées (français, anglais)',
      },
    },
    {
      name: 'recover',
      type: 'boolean',
      summary: {
        en: 'when the verdicts are there, compute lost RSA keys from signatures and judge again (minutes a key)',
        fr: 'une fois les verdicts rendus, calculer les clés RSA perdues à partir des signatures et juger à nouveau (des minutes par clé)',
      },
    },
    {
      name: 'ledger',
      type: 'string',
      metavar: 'DIR',
      summary: {
        en: 'mark the decoys of this ledger of yours (docs/decoys.md)',
        fr: 'marquer les leurres de ce registre, le vôtre (docs/decoys.md)',
      },
    },
    PASSPHRASE_FLAG,
    {
      name: 'jobs',
      short: 'j',
      type: 'number',
      min: 1,
      max: MOST_JOBS,
      metavar: 'N',
      summary: { en: 'workers; the default is one per core', fr: 'ouvriers\u202f; par défaut un par cœur' },
    },
    ...LIMIT_FLAGS,
  ],
  examples: [
    {
      line: 'tamis sift dump.zip --keys keys.jsonl --reference our-archive.pst',
      summary: { en: 'as the victim’s team, with everything', fr: 'côté victime, avec tout ce qu’on a' },
    },
    {
      line: 'tamis sift dump/',
      summary: { en: 'as a newsroom, with the dump alone', fr: 'côté rédaction, avec la fuite seule' },
    },
  ],
  run: async (context) => {
    const { flags, args, stdout, json, lang, paint } = context;
    const shared = flags.db === undefined ? null : await sharedCase(context, flags.db);
    const here = (path: string) => resolve(context.cwd, path);
    const request = {
      inputs: args.dumps.map(here),
      caseDirectory: shared?.store.directory ?? resolve(context.cwd, caseDirectory(flags.case, args.dumps)),
      ...(shared && { shared }),
      keys: readKeys(flags.keys, context).keys,
      references: flags.reference.map(here),
      passwords: flags.password,
      jobs: flags.jobs ?? Math.min(MOST_JOBS, availableParallelism()),
      limits: limitsOf(flags, DEFAULT_LIMITS),
      ocr: flags.ocr ?? false,
      ...(flags.ledger !== undefined && { decoys: await decoyFinder(context, flags.ledger, flags) }),
      ...(flags.dns && { lookUpKeys: await dnsLookup(context) }),
    };
    const first = await siftWithProgress(context, request);
    const { db } = flags;
    const name = db === undefined ? request.caseDirectory : (sharedName(flags.case, args.dumps) ?? undefined);
    const result = flags.recover
      ? await withRecoveredKeys(context, request, first, await placeOf(context, { case: name, db }))
      : first;
    stdout.write(
      json
        ? `${JSON.stringify(siftJson(result))}\n`
        : siftText(result, lang, paint, { command: commandName(context.env), cwd: context.cwd }),
    );
    return 0;
  },
});

/**
 * A second pass that takes minutes a key, and comes when the case can be read. Ctrl-C leaves the first verdicts; the
 * next run goes on with the next pair.
 */
async function withRecoveredKeys(
  context: Pick<CommandContext, 'now' | 'signal' | 'stderr' | 'lang'> & Host,
  request: SiftRequest,
  first: SiftResult,
  place: CasePlace,
): Promise<SiftResult> {
  const { recoverWithProgress } = await import('../recover-with-progress.ts');
  const said = {
    en: `verdicts are in ${request.caseDirectory}; now computing keys, Ctrl-C leaves it at that`,
    fr: `les verdicts sont dans ${request.caseDirectory}\u202f; calcul des clés, Ctrl-C en reste là`,
  }[context.lang];
  context.stderr.write(`${harmless(said)}\n`);
  const asked = { domain: null, selector: null, mostPairs: PAIRS_OF_SIFT, jobs: null };
  const { keys } = await recoverWithProgress(context, place, asked);
  if (keys.length === 0) return first;
  const { lookUpKeys: _, shared: __, ...again } = request;
  const going = { ...again, inputs: [], references: [], keys: [], ...place.forSift() };
  const second = await siftWithProgress(context, going);
  return { ...second, unchanged: false, seconds: first.seconds + second.seconds };
}

/** Pairs tried for each domain and selector: a changed message in a pair costs one. */
const PAIRS_OF_SIFT = 3;

/** The whole ledger is read before the dump is: a wrong passphrase is told at once. */
async function decoyFinder(
  context: Host & { readonly lang: 'en' | 'fr' },
  ledger: string,
  flags: { readonly 'passphrase-file': string | undefined },
): Promise<DecoyFinder> {
  const { withLedger } = await import('../with-ledger.ts');
  const { Recogniser } = await import('../../decoys/recognise/index.ts');
  const request = { ledger, 'passphrase-file': flags['passphrase-file'] };
  return withLedger(context, request, ({ entries }) => new Recogniser(entries));
}

/** Loaded only when asked for, so that without the flag the code that opens sockets is not even there. */
async function dnsLookup({ now, signal }: Pick<Host, 'now' | 'signal'>): Promise<KeyLookup> {
  const { systemResolver } = await import('../../net/dns.ts');
  const { lookUpKeys } = await import('../../net/key-lookup.ts');
  return (wanted) => lookUpKeys(wanted, systemResolver(), now().getTime(), signal);
}

/** The case in a database, made if need be; named after the dump where no name is given. */
async function sharedCase({ flags, args, now, env }: SharedContext, db: string): Promise<SharedSift> {
  const { numberIn, openSharedCase, sharedSift } = await import('../../shared-case.ts');
  const leaseSeconds = numberIn(env, 'TAMIS_LEASE_SECONDS');
  const name = sharedName(flags.case, args.dumps);
  const { objects } = flags;
  const given = objects === undefined ? {} : { objects };
  const store = openSharedCase({ db, name, as: 'lead', create: name !== null, now, env, ...given });
  return sharedSift(store, leaseSeconds === null ? {} : { leaseSeconds });
}

function sharedName(flag: string | undefined, [first]: readonly string[]): string | null {
  return flag ?? (first === undefined ? null : basename(resolve(first)) || 'root');
}

interface SharedContext extends Pick<Host, 'now' | 'env'> {
  readonly flags: { readonly case: string | undefined; readonly objects: string | undefined };
  readonly args: { readonly dumps: readonly string[] };
}

function caseDirectory(flag: string | undefined, dumps: readonly string[]): string {
  if (flag !== undefined) return flag;
  const first = dumps[0];
  if (first === undefined) {
    throw new TamisError('no-input', {
      en: 'name a dump to sift, or a case with --case',
      fr: 'nommez une fuite à trier, ou un dossier d’enquête avec --case',
    });
  }
  return `${basename(resolve(first)) || 'root'}.tamis`;
}

export interface SiftRequest {
  readonly inputs: readonly string[];
  readonly caseDirectory: string;
  readonly keys: readonly DomainKey[];
  readonly references: readonly string[];
  readonly passwords: readonly string[];
  readonly jobs: number;
  readonly limits: Limits;
  readonly lookUpKeys?: KeyLookup;
  readonly ocr?: boolean;
  readonly decoys?: DecoyFinder;
  readonly shared?: SharedSift;
}

/** Runs a sift with its progress on stderr. */
export async function siftWithProgress(host: Host & { readonly lang: 'en' | 'fr' }, request: SiftRequest) {
  const progress = progressOn(host.stderr, host.lang, () => performance.now());
  const onProgress = counter(progress);
  const { now, signal } = host;
  try {
    return await runSift({ ...request, now, signal, onProgress });
  } finally {
    progress.clear();
  }
}

const READING = { en: 'reading', fr: 'lecture' };
const JUDGING = { en: 'judging', fr: 'évaluation' };
const OCR = { en: 'OCR', fr: 'OCR' };

function counter(progress: Progress): (step: SiftProgress) => void {
  const sum = { items: 0, bytes: 0, failures: 0, found: 0 };
  return (step) => {
    if (step.phase === 'ocr') {
      const { done: items, total: totalItems, failures } = step.done;
      progress.update({ phase: OCR, items, totalItems, bytes: 0, totalBytes: null, failures });
      return;
    }
    if (step.phase === 'reading') {
      sum.items += step.done.items;
      sum.bytes += step.done.bytes;
      sum.failures += step.done.failures;
      sum.found += step.done.found;
    }
    const totalBytes = sum.found >= sum.bytes && sum.found > 0 ? sum.found : null;
    progress.update({ ...sum, totalBytes, phase: step.phase === 'reading' ? READING : JUDGING });
  };
}
