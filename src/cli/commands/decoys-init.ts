import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fitMailbox, readMailbox, readMails } from '../../decoys/fit/index.ts';
import { blockList } from '../../decoys/guard/index.ts';
import { saidIn } from '../../decoys/own/index.ts';
import { Workspace } from '../../decoys/workspace/index.ts';
import { TamisError } from '../../model/index.ts';
import { unreadableFile } from '../../model/refusal.ts';
import { defineCommand } from '../command.ts';

/** Mails a model is fitted to at most; more makes it larger and no truer. */
const MOST_MAILS = 20_000;

export const decoysInit = defineCommand({
  path: ['decoys', 'init'],
  summary: {
    en: 'Learn the habits of your own mailbox, to make decoys like it',
    fr: 'Apprendre les habitudes de votre propre boîte, pour faire des leurres qui lui ressemblent',
  },
  description: {
    en: 'Reads mbox, Maildir, folders of messages, PST and OST. The model keeps rhythm, shapes, and banal sentences without the people and links in them, to be said again in decoys: whoever holds the mail finds them twice, unless --words takes them from mail that lies elsewhere. --no-sentences keeps none; decoys then read as nonsense. Keep the folder apart from the systems in which decoys will lie: it tells decoys from mail. See docs/decoys.md.',
    fr: 'Lit mbox, Maildir, dossiers de messages, PST et OST. Le modèle garde le rythme, les formes, et des phrases banales sans les personnes ni les liens, à redire dans les leurres\u00a0: qui a le courrier les y trouve deux fois, sauf si --words les prend dans du courrier rangé ailleurs. --no-sentences n’en garde aucune\u202f; les leurres n’ont alors plus de sens. Gardez le dossier à l’écart des systèmes où seront les leurres\u00a0: il les distingue du courrier. Voir docs/decoys.md.',
  },
  positionals: [
    {
      name: 'folder',
      metavar: 'DIR',
      required: true,
      summary: { en: 'where decoys are prepared', fr: 'où préparer les leurres' },
    },
    {
      name: 'mailboxes',
      metavar: 'PATH',
      required: true,
      many: true,
      summary: { en: 'your own mailboxes', fr: 'vos propres boîtes' },
    },
  ],
  flags: [
    {
      name: 'owner',
      type: 'strings',
      metavar: 'ADDRESS',
      summary: {
        en: 'addresses of those who agreed to appear in decoys: yours, and colleagues’ who said so',
        fr: 'adresses de qui accepte de paraître dans les leurres\u00a0: les vôtres, et celles de collègues qui l’ont dit',
      },
    },
    {
      name: 'own-domain',
      type: 'strings',
      metavar: 'DOMAIN',
      summary: {
        en: 'domains of your house, the one for personas first (default: those of --owner)',
        fr: 'domaines de votre maison, celui des personnages d’abord (par défaut\u00a0: ceux de --owner)',
      },
    },
    {
      name: 'block',
      type: 'string',
      metavar: 'FILE',
      summary: {
        en: 'staff, rivals and voters whom no decoy may name, one a line',
        fr: 'équipe, rivaux et électeurs qu’aucun leurre ne doit nommer, un par ligne',
      },
    },
    {
      name: 'words',
      type: 'strings',
      metavar: 'PATH',
      summary: {
        en: 'take sentences from this mail of yours, which lies nowhere near (default: from the mailboxes)',
        fr: 'prendre les phrases dans ce courrier à vous, rangé ailleurs (par défaut\u00a0: dans les boîtes)',
      },
    },
    {
      name: 'no-sentences',
      type: 'boolean',
      summary: {
        en: 'keep no sentence, only sequences of words that three threads have',
        fr: 'ne garder aucune phrase, seulement des suites de mots que trois fils ont',
      },
    },
    {
      name: 'seed',
      type: 'string',
      metavar: 'HEX',
      summary: {
        en: '64 hexadecimal digits (default: drawn)',
        fr: '64 chiffres hexadécimaux (par défaut\u00a0: tirés)',
      },
    },
  ],
  examples: [
    {
      line: 'tamis decoys init ~/decoys ~/Maildir --owner me@house.example --block people.txt',
      summary: { en: 'begin', fr: 'commencer' },
    },
  ],
  run: async ({ args, flags, cwd, json, lang, stdout }) => {
    const addresses = flags.owner.map((each) => each.toLowerCase());
    const given = flags['own-domain'];
    const named = given.length > 0 ? given : addresses.map((each) => each.slice(each.indexOf('@') + 1));
    const domains = [...new Set(named.map((each) => each.toLowerCase()))];
    if (domains.length === 0)
      throw new TamisError('bad-option', {
        en: 'name --owner or --own-domain',
        fr: 'nommez --owner ou --own-domain',
      });
    const seed = flags.seed ?? randomBytes(32).toString('hex');
    if (!/^[0-9a-f]{64}$/.test(seed))
      throw new TamisError('bad-option', {
        en: '--seed takes 64 hexadecimal digits',
        fr: '--seed prend 64 chiffres hexadécimaux',
      });
    const block = flags.block === undefined ? [] : linesOf(resolve(cwd, flags.block));
    const mailboxes = args.mailboxes.map((path) => resolve(cwd, path));
    const mails = await readMails(readMailbox(mailboxes), MOST_MAILS);
    if (mails.length === 0)
      throw new TamisError('decoy-model', {
        en: 'no dated message with an author was found',
        fr: 'aucun message daté avec un auteur n’a été trouvé',
      });
    const others = flags.words;
    const elsewhere = await readMails(readMailbox(others.map((path) => resolve(cwd, path))), MOST_MAILS);
    const words = flags['no-sentences'] ? null : others.length > 0 ? elsewhere : mails;
    const model = fitMailbox(mails, { addresses, domains }, { words, block: blockList(block, []) });
    // All of it, also what is beyond the fit or has no date: what a decoy says and the mailbox says is not its own.
    const said = await saidIn(readMailbox([...mailboxes, ...others.map((path) => resolve(cwd, path))]));
    const info = { format: 1, addresses, domains, seed, block } as const;
    new Workspace(resolve(cwd, args.folder)).create(info, model, said);
    const told = {
      mails: mails.length,
      threads: model.threads.length,
      people: model.people.length,
      language: model.language,
      words: model.wordsFrom,
    };
    stdout.write(json ? `${JSON.stringify(told)}\n` : `${TOLD[lang](told)}\n`);
    return 0;
  },
});

interface Told {
  readonly mails: number;
  readonly threads: number;
  readonly people: number;
}

const TOLD = {
  en: ({ mails, threads, people }: Told) =>
    `learnt from ${mails} messages in ${threads} threads, ${people} people. Next: tamis decoys persona`,
  fr: ({ mails, threads, people }: Told) =>
    `appris de ${mails} messages en ${threads} fils, ${people} personnes. Ensuite\u00a0: tamis decoys persona`,
};

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8')
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '');
  } catch (cause) {
    throw unreadableFile('unreadable', path, cause);
  }
}
