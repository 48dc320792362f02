import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { judgedInCase } from '../../bait/mail/in-case.ts';
import { BAIT_SCORE, FREE_MAIL, type Guarded, guardedOf } from '../../bait/mail/index.ts';
import type { CaseStore } from '../../case/store.ts';
import { setBaitFindings } from '../../conclude/bait-notes.ts';
import { ProtectedDomains } from '../../conclude/protected-domains.ts';
import { TamisError } from '../../model/error.ts';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { findingOf, hitInCase, type MailHit, type MailReport } from '../bait-mail/hit.ts';
import { baitMailJson } from '../bait-mail/json.ts';
import { judgedFiles, rankedHits } from '../bait-mail/judged-files.ts';
import { baitMailText } from '../bait-mail/text.ts';
import { CASE_FLAGS } from '../case-flag.ts';
import { type CasePlace, placeOf } from '../case-place.ts';
import { type CommandContext, defineCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';

export const baitMail = defineCommand({
  path: ['bait', 'mail'],
  summary: {
    en: 'Find the phishing in a mailbox or in a whole leak, ranked, with reasons',
    fr: 'Trouver l’hameçonnage dans une boîte ou dans toute une fuite, classé et motivé',
  },
  description: {
    en: 'With paths: messages and mailboxes on the disk. Without: every message of the leak of the case; what is found is kept in the case as notes (search reason:bait-mail), moves no verdict, and stays when the case is sifted again. Nothing is followed or loaded, and no connection is opened. A score is an order, no probability: 50 is where one in a hundred ordinary mails lies (docs/evaluation-bait.md).',
    fr: 'Avec des chemins\u00a0: messages et boîtes sur le disque. Sans\u00a0: tous les messages de la fuite du dossier\u202f; ce qui est trouvé reste dans le dossier comme notes (search reason:bait-mail), ne change aucun verdict et demeure quand le dossier est de nouveau passé au tamis. Rien n’est suivi ni chargé, aucune connexion n’est ouverte. Un score est un ordre, pas une probabilité\u00a0: 50 est là où se trouve un courriel ordinaire sur cent (docs/evaluation-bait.md).',
  },
  positionals: [
    {
      name: 'paths',
      metavar: 'PATH',
      required: false,
      many: true,
      summary: {
        en: 'messages, mailboxes, folders of them; none: the case',
        fr: 'messages, boîtes, dossiers\u202f; aucun\u00a0: le dossier d’enquête',
      },
    },
  ],
  flags: [
    {
      name: 'brand',
      type: 'strings',
      metavar: 'BRAND',
      summary: {
        en: 'domains or names of yours that bait may imitate',
        fr: 'vos domaines ou noms qu’un appât peut imiter',
      },
    },
    {
      name: 'protect',
      type: 'strings',
      metavar: 'DOMAIN',
      summary: {
        en: 'further domains to protect; of a case, those that write most are taken by themselves',
        fr: 'autres domaines à protéger\u202f; d’un dossier, ceux qui écrivent le plus sont pris d’office',
      },
    },
    {
      name: 'staff',
      type: 'strings',
      metavar: 'NAME',
      summary: {
        en: 'names of people whom bait may pose as ("Camille Aubrac")',
        fr: 'noms de personnes pour qui un appât peut se faire passer («\u00a0Camille Aubrac\u00a0»)',
      },
    },
    {
      name: 'trusted-receiver',
      type: 'string',
      metavar: 'HOST',
      summary: {
        en: 'believe the Authentication-Results of this host, and of no other',
        fr: 'croire les Authentication-Results de cet hôte, et d’aucun autre',
      },
    },
    ...CASE_FLAGS,
    {
      name: 'least',
      type: 'number',
      metavar: 'SCORE',
      default: BAIT_SCORE,
      min: 1,
      max: 100,
      summary: { en: 'lowest score to show', fr: 'plus bas score montré' },
    },
  ],
  examples: [
    {
      line: 'tamis bait mail ~/Maildir --brand en-marche.fr --staff "Camille Aubrac"',
      summary: { en: 'the phishing in a mailbox, ranked', fr: 'l’hameçonnage d’une boîte, classé' },
    },
    {
      line: 'tamis bait mail',
      summary: {
        en: 'in the case here: what came before the theft',
        fr: 'dans le dossier ici\u00a0: ce qui a précédé le vol',
      },
    },
  ],
  run: async (context) => {
    const { flags, args, json, lang, stdout, paint, cwd } = context;
    const paths = args.paths ?? [];
    const isNamed = flags.case !== undefined || flags.db !== undefined;
    if (isNamed && paths.length > 0) throw new TamisError('usage', USAGE[lang]);
    const isCase = paths.length === 0;
    const report = !isCase
      ? await judgedFiles(
          paths.map((path) => resolve(cwd, path)),
          {
            guarded: guardOf(context, []),
            trustedReceiver: flags['trusted-receiver'] ?? null,
            least: flags.least,
            signal: context.signal,
          },
        )
      : await inCase(context, await placeOf(context, flags));
    stdout.write(
      json ? baitMailJson(report, lang) : baitMailText(report, { lang, paint, columns: stdout.columns }),
    );
    // A path that is not there must not pass for a mailbox without bait.
    return report.messages === 0 && report.unreadable.length > 0 ? EXIT.failed : EXIT.ok;
  },
});

const USAGE = {
  en: 'Give paths, or a case with --case, not both.',
  fr: 'Donnez des chemins, ou un dossier d’enquête avec --case, pas les deux.',
};

type Context = Pick<CommandContext, 'now' | 'signal'> & {
  readonly flags: {
    readonly brand: readonly string[];
    readonly protect: readonly string[];
    readonly staff: readonly string[];
    readonly 'trusted-receiver': string | undefined;
    readonly least: number;
  };
};

function guardOf({ flags }: Context, more: readonly string[]): Guarded {
  return guardedOf([...flags.brand, ...flags.protect, ...more], flags.staff);
}

/** Judges the leak and keeps what was found from the fixed score on, whatever is shown. */
async function inCase(context: Context, place: CasePlace): Promise<MailReport> {
  const { flags, now } = context;
  const store = place.open();
  try {
    const brands = brandsOf(context, store);
    const guarded = guardOf(context, brands);
    const hits: MailHit[] = [];
    let [messages, lost] = [0, 0];
    const options = { guarded, trustedReceiver: flags['trusted-receiver'] ?? null, limits: DEFAULT_LIMITS };
    const keep = Math.min(flags.least, BAIT_SCORE);
    for await (const { message, bait, receiver } of judgedInCase(store, options, () => lost++)) {
      if (messages++ % BREATH === 0) await setImmediate();
      context.signal.throwIfAborted();
      if (bait.score >= keep && hits.length < MOST_HITS) hits.push(hitInCase(message, bait, receiver));
    }
    const findings = hits.filter(({ score }) => score >= BAIT_SCORE).map(findingOf);
    const told = [...flags.brand, ...flags.protect, ...brands];
    setBaitFindings(store, { time: now().toISOString(), brands: told, messages, findings });
    store.log('bait-mail', { messages, lost, found: findings.length, brands: told });
    const shown = hits.filter(({ score }) => score >= flags.least);
    return { case: store.directory, messages, lost, containers: [], unreadable: [], hits: rankedHits(shown) };
  } finally {
    store.close();
  }
}

/** Messages between two looks at the event loop, where Ctrl-C is heard. */
const BREATH = 20;

// Attack: a leak made of nothing but bait.
const MOST_HITS = 20_000;

function brandsOf({ flags }: Context, store: CaseStore): readonly string[] {
  const told = [...flags.brand, ...flags.protect];
  if (told.length > 0) return [];
  // Many write from free mailboxes, and nobody's name is in theirs.
  return ProtectedDomains.of(store.messages('reference'), store.messages('leak')).targets.filter(
    (domain) => !FREE_MAIL.has(domain),
  );
}
