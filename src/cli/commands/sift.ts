import { availableParallelism } from 'node:os';
import { basename, resolve } from 'node:path';
import { CASE_SUFFIX, findCase } from '../../case/index.ts';
import { DEFAULT_LIMITS, TamisError } from '../../model/index.ts';
import type { KeyLookup } from '../../pipeline/missing-keys.ts';
import type { DecoyFinder, SharedSift } from '../../sift.ts';
import { placeOf } from '../case-place.ts';
import { defineCommand } from '../command.ts';
import { commandName } from '../command-name.ts';
import { databaseFlags } from '../database-flags.ts';
import type { Host } from '../host.ts';
import { MOST_JOBS } from '../jobs-flag.ts';
import { limitsOf } from '../limit-flags.ts';
import { readKeys } from '../read-keys.ts';
import { SIFT_FLAGS } from '../sift/flags.ts';
import { siftWithProgress } from '../sift/with-progress.ts';
import { withRecoveredKeys } from '../sift/with-recovered-keys.ts';
import { siftJson, siftText } from '../sift-summary.ts';

export const sift = defineCommand({
  path: ['sift'],
  summary: {
    en: 'Read a dump into a case: every item, its verdict, a search index',
    fr: 'Lire une fuite dans un dossier d’enquête\u00a0: chaque élément, son verdict, un index de recherche',
  },
  description: {
    en: `Reads files and folders in place and never writes to them. What comes out lies in the case, a folder.
An interrupted sift goes on where it was; sifting the same input again reads what has come to it since.`,
    fr: `Lit fichiers et dossiers sur place, sans jamais y écrire. Le résultat est dans le dossier d’enquête.
Un tri interrompu reprend où il en était\u202f; trier de nouveau la même source lit ce qui y est arrivé depuis.`,
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
  flags: SIFT_FLAGS,
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
      caseDirectory: shared?.store.directory ?? here(caseDirectory(flags.case, args.dumps, context.cwd)),
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
        : siftText(result, lang, paint, {
            command: commandName(context.env),
            cwd: context.cwd,
            ...(db !== undefined && { named: databaseFlags(db, name) }),
          }),
    );
    return 0;
  },
});

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

/** The case named, the one that is named after the dump, or, to go on without a dump, the only one here. */
function caseDirectory(flag: string | undefined, [first]: readonly string[], cwd: string): string {
  if (flag !== undefined) return flag;
  if (first !== undefined) return `${basename(resolve(first)) || 'root'}${CASE_SUFFIX}`;
  try {
    return findCase(cwd);
  } catch (error) {
    if (!(error instanceof TamisError) || error.code !== 'no-case') throw error;
    throw new TamisError('no-input', {
      en: 'name a dump to sift, or a case with --case',
      fr: 'nommez une fuite à trier, ou un dossier d’enquête avec --case',
    });
  }
}
