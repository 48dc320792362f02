import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Approval } from '../../decoys/guard/approval.ts';
import { type Ledger, readDecoySet } from '../../decoys/ledger/index.ts';
import type { Decoy } from '../../decoys/model/index.ts';
import {
  imapTarget,
  overlaps,
  type PlantCounts,
  plant,
  TARGET_KINDS,
  targetAt,
} from '../../decoys/plant/index.ts';
import { Workspace } from '../../decoys/workspace/index.ts';
import { TamisError } from '../../model/error.ts';
import type { Language } from '../../model/text.ts';
import { defineCommand } from '../command.ts';
import type { Host } from '../host.ts';
import { PASSPHRASE_FLAG } from '../passphrase.ts';
import { LEDGER_FLAG, withLedger } from '../with-ledger.ts';

const NO_COUNTS: PlantCounts = { planted: 0, present: 0, unfit: 0, known: 0 };

export const decoysPlant = defineCommand({
  path: ['decoys', 'plant'],
  summary: {
    en: 'Lay decoys into a folder, mailbox or server of yours',
    fr: 'Déposer des leurres dans un dossier, une boîte ou un serveur à vous',
  },
  description: {
    en: 'Only into what is yours. Refuses without a time-stamped checkpoint (or a reason to do without) and without the approval of two people. Nothing that lies there is replaced, and nothing is ever sent by mail: with --imap, messages are stored (APPEND) on your own server, whose password is read from TAMIS_IMAP_PASSWORD. Run again, it plants what is missing and nothing twice.',
    fr: 'Seulement dans ce qui est à vous. Refuse sans point de contrôle horodaté (ou une raison de s’en passer) et sans l’accord de deux personnes. Rien de ce qui s’y trouve n’est remplacé, et rien n’est jamais envoyé par courriel\u00a0: avec --imap, les messages sont rangés (APPEND) sur votre propre serveur, dont le mot de passe est lu dans TAMIS_IMAP_PASSWORD. Relancée, elle dépose ce qui manque et rien deux fois.',
  },
  positionals: [
    {
      name: 'sets',
      metavar: 'SET',
      required: true,
      many: true,
      summary: { en: 'folders of tamis decoys generate', fr: 'dossiers de tamis decoys generate' },
    },
  ],
  flags: [
    LEDGER_FLAG,
    PASSPHRASE_FLAG,
    {
      name: 'to',
      type: 'string',
      metavar: 'PATH',
      summary: {
        en: 'folder, Maildir, .mbox or new .zip to plant into',
        fr: 'dossier, Maildir, .mbox ou nouveau .zip où déposer',
      },
    },
    {
      name: 'as',
      type: 'enum',
      values: TARGET_KINDS,
      summary: {
        en: 'what PATH is; else told by its name',
        fr: 'ce qu’est PATH\u202f; sinon d’après son nom',
      },
    },
    {
      name: 'imap',
      type: 'string',
      metavar: 'URL',
      summary: {
        en: 'your own server, imaps://USER@HOST; opens a connection to it',
        fr: 'votre propre serveur, imaps://USER@HOST\u202f; ouvre une connexion vers lui',
      },
    },
    {
      name: 'approval',
      type: 'strings',
      metavar: 'FILE',
      summary: {
        en: 'approvals beside those of decoys check --approve',
        fr: 'accords en plus de ceux de decoys check --approve',
      },
    },
    {
      name: 'waive-anchor',
      type: 'string',
      metavar: 'REASON',
      summary: {
        en: 'plant without a time stamp; the reason is kept in the ledger',
        fr: 'déposer sans horodatage\u202f; la raison est gardée au registre',
      },
    },
    {
      name: 'dry-run',
      type: 'boolean',
      summary: { en: 'say what would be done', fr: 'dire ce qui serait fait' },
    },
  ],
  examples: [
    {
      line: 'tamis decoys plant ~/decoys --to ~/Maildir',
      summary: { en: 'into one’s own mailbox', fr: 'dans sa propre boîte' },
    },
  ],
  run: async (context) => {
    const { flags, args, json, lang, stdout, cwd, now } = context;
    const to = flags.to === undefined ? null : resolve(cwd, flags.to);
    if ((to === null) === (flags.imap === undefined)) {
      throw new TamisError('no-target', {
        en: 'Name one target: --to PATH or --imap URL.',
        fr: 'Nommez une cible\u00a0: --to CHEMIN ou --imap URL.',
      });
    }
    if (to !== null && overlaps(to, resolve(cwd, flags.ledger))) {
      throw new TamisError('ledger-in-target', {
        en: 'The ledger never lies where decoys are planted: keep it elsewhere.',
        fr: 'Le registre ne se trouve jamais là où des leurres sont posés\u00a0: gardez-le ailleurs.',
      });
    }
    const given = flags.approval.map((file) => readApproval(resolve(cwd, file)));
    const sets = args.sets.map((set) => resolve(cwd, set));
    const approvals = [...given, ...sets.flatMap(approvalsIn)];
    const counts = await withLedger(context, flags, async (ledger) => {
      const waived = flags['waive-anchor'];
      if (waived !== undefined && !flags['dry-run']) waive(ledger, waived);
      const server = flags.imap === undefined ? null : await connect(context, flags.imap);
      try {
        const target = server === null ? targetAt(to ?? cwd, flags.as) : imapTarget(server);
        let sum = NO_COUNTS;
        const options = { approvals, now, dryRun: flags['dry-run'] };
        for (const set of sets) sum = added(sum, await plant(await decoysOf(set), target, ledger, options));
        return sum;
      } finally {
        await server?.close();
      }
    });
    stdout.write(
      json
        ? `${JSON.stringify({ dryRun: flags['dry-run'], ...counts })}\n`
        : plantText(counts, flags['dry-run'], lang),
    );
    return 0;
  },
});

/** A target takes a set whole: a mailbox is rewritten once, and refusals come before anything is touched. */
async function decoysOf(set: string): Promise<readonly Decoy[]> {
  const all: Decoy[] = [];
  for await (const part of readDecoySet(set)) if (part.type === 'decoys') all.push(...part.decoys);
  return all;
}

function waive(ledger: Ledger, reason: string): void {
  const size = ledger.checkpoints.at(-1)?.size;
  if (size === undefined)
    throw new TamisError('not-checkpointed', {
      en: 'There is no checkpoint yet: tamis decoys checkpoint',
      fr: 'Il n’y a pas encore de point de contrôle\u00a0: tamis decoys checkpoint',
    });
  if (reason.trim() === '')
    throw new TamisError('no-reason', {
      en: '--waive-anchor needs a reason.',
      fr: '--waive-anchor demande une raison.',
    });
  if (ledger.anchored() < size) ledger.waive(size, reason);
}

/** Loaded only when asked for, so that without the flag the code that opens sockets is not even there. */
async function connect({ env }: Pick<Host, 'env'>, url: string) {
  const { openImap, readImapAddress } = await import('../../net/imap.ts');
  const password = env.TAMIS_IMAP_PASSWORD;
  if (password === undefined)
    throw new TamisError('no-password', {
      en: 'Set TAMIS_IMAP_PASSWORD: it is never given on the command line.',
      fr: 'Définissez TAMIS_IMAP_PASSWORD\u00a0: il ne se donne jamais sur la ligne de commande.',
    });
  return await openImap(readImapAddress(url), password);
}

/** Those that `decoys check --approve` wrote beside the set. */
function approvalsIn(set: string): readonly Approval[] {
  return statSync(set).isDirectory() ? new Workspace(set).approvals() : [];
}

/** `{"name","at","recipe"}`, as an approval is written. */
function readApproval(path: string): Approval {
  const read = readJson(path);
  const { name, at, recipe } =
    typeof read === 'object' && read !== null ? { name: '', at: '', recipe: '', ...read } : {};
  if (typeof name === 'string' && typeof at === 'string' && typeof recipe === 'string')
    return { name, at, recipe };
  throw new TamisError('bad-approval', {
    en: `${path} is not an approval.`,
    fr: `${path} n’est pas une approbation.`,
  });
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new TamisError(
      'bad-approval',
      { en: `${path} is not an approval.`, fr: `${path} n’est pas une approbation.` },
      { cause },
    );
  }
}

function added(one: PlantCounts, other: PlantCounts): PlantCounts {
  return {
    planted: one.planted + other.planted,
    present: one.present + other.present,
    unfit: one.unfit + other.unfit,
    known: one.known + other.known,
  };
}

function plantText({ planted, present, unfit, known }: PlantCounts, dryRun: boolean, lang: Language): string {
  const there = present + known;
  return {
    en: `${planted} ${dryRun ? 'would be planted' : 'planted'}, ${there} there before, ${unfit} that this target does not take\n`,
    fr: `${dryRun ? 'à déposer' : 'déposés'}\u00a0: ${planted}, déjà là\u00a0: ${there}, que cette cible ne prend pas\u00a0: ${unfit}\n`,
  }[lang];
}
