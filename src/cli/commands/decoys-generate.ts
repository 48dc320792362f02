import { readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { MailboxModel } from '../../decoys/fit/index.ts';
import { briefsOf, dkimRecord, dkimSigner, firstRecipe, generateSet } from '../../decoys/generate/index.ts';
import { isOwnOrReserved } from '../../decoys/guard/index.ts';
import { type Decoy, recipeHash } from '../../decoys/model/index.ts';
import { Workspace } from '../../decoys/workspace/index.ts';
import { TamisError } from '../../model/error.ts';
import { LANGUAGES, type Language } from '../../model/text.ts';
import { askLoopbackModel } from '../../net/loopback-model.ts';
import { defineCommand } from '../command.ts';
import { type WrittenMails, writtenMails } from '../written-mails.ts';

/** More than a mailbox has: a mistyped number must not fill a disk. */
const MOST = 200_000;

export const decoysGenerate = defineCommand({
  path: ['decoys', 'generate'],
  summary: {
    en: 'Make decoys, each past every guard rail',
    fr: 'Faire des leurres, chacun passé par tous les garde-fous',
  },
  description: {
    en: 'Without any connection. The same seed, personas and model give the same bytes. What a guard refuses (a listed person, a sensitive word, a valid account number, anything that would be fetched, a text too much like another) is tried again with other words. Nothing is planted by this command.',
    fr: 'Sans aucune connexion. Mêmes graine, personnages et modèle donnent les mêmes octets. Ce qu’un garde-fou refuse (une personne listée, un mot sensible, un numéro de compte valide, ce qui serait chargé, un texte trop semblable à un autre) est réessayé avec d’autres mots. Cette commande ne place rien.',
  },
  positionals: [
    {
      name: 'folder',
      metavar: 'DIR',
      required: true,
      summary: { en: 'of decoys init', fr: 'celui de decoys init' },
    },
  ],
  flags: [
    {
      name: 'mails',
      type: 'number',
      min: 0,
      max: MOST,
      default: 1000,
      metavar: 'N',
      summary: { en: 'messages', fr: 'messages' },
    },
    {
      name: 'documents',
      type: 'number',
      min: 0,
      max: MOST,
      default: 100,
      metavar: 'N',
      summary: { en: 'docx, xlsx and pdf', fr: 'docx, xlsx et pdf' },
    },
    {
      name: 'calendars',
      type: 'number',
      min: 0,
      max: MOST,
      default: 50,
      metavar: 'N',
      summary: { en: 'appointments', fr: 'rendez-vous' },
    },
    {
      name: 'contacts',
      type: 'number',
      min: 0,
      max: MOST,
      default: 50,
      metavar: 'N',
      summary: { en: 'cards', fr: 'cartes' },
    },
    {
      name: 'accounts',
      type: 'number',
      min: 0,
      max: MOST,
      default: 10,
      metavar: 'N',
      summary: { en: 'notes with accounts', fr: 'notes de comptes' },
    },
    {
      name: 'llm',
      type: 'string',
      metavar: 'URL',
      summary: {
        en: 'let a language model at this loopback address write the mails (http://127.0.0.1:8080/v1); they cannot be made again',
        fr: 'faire écrire les courriels par un modèle de langue à cette adresse locale (http://127.0.0.1:8080/v1)\u202f; ils ne pourront être refaits',
      },
    },
    {
      name: 'llm-model',
      type: 'string',
      default: 'default',
      metavar: 'NAME',
      summary: { en: 'its name at --llm', fr: 'son nom auprès de --llm' },
    },
    {
      name: 'dkim-key',
      type: 'string',
      metavar: 'FILE',
      summary: {
        en: 'private key (PEM) of the decoys’ own, with which mail from your domain is signed as yours is',
        fr: 'clé privée (PEM) propre aux leurres, dont le courrier de votre domaine est signé comme le vôtre',
      },
    },
    {
      name: 'dkim-selector',
      type: 'string',
      metavar: 'NAME',
      summary: {
        en: 'its selector: never one that signs real mail',
        fr: 'son sélecteur\u00a0: jamais un qui signe du vrai courrier',
      },
    },
    {
      name: 'dkim-domain',
      type: 'string',
      metavar: 'DOMAIN',
      summary: {
        en: 'its domain (default: your first own domain)',
        fr: 'son domaine (par défaut\u00a0: votre premier domaine)',
      },
    },
    {
      name: 'languages',
      type: 'enum',
      values: ['en', 'fr', 'both'],
      metavar: 'LANG',
      summary: {
        en: 'of what is not mail (default: that of the mailbox, whose language mail has)',
        fr: 'de ce qui n’est pas courrier (par défaut\u00a0: celle de la boîte, qui est celle du courrier)',
      },
    },
  ],
  examples: [
    {
      line: 'tamis decoys generate ~/decoys --mails 20000',
      summary: { en: 'a large set', fr: 'un grand ensemble' },
    },
  ],
  run: async ({ args, flags, cwd, json, lang, stdout }) => {
    const workspace = new Workspace(resolve(cwd, args.folder));
    const model = workspace.model();
    const chosen = flags.languages ?? model.language;
    const languages: readonly Language[] = chosen === 'both' ? LANGUAGES : [chosen];
    const counts = {
      mail: flags.mails,
      document: flags.documents,
      calendar: flags.calendars,
      contact: flags.contacts,
      account: flags.accounts,
    };
    const { seed } = workspace.info();
    const personas = workspace.personas();
    const wish = { seed, languages, counts, personas, model };
    const materials = { recipe: firstRecipe(wish), personas, model };
    const llm = flags.llm;
    const mails =
      llm === undefined
        ? null
        : await writtenMails(briefsOf(materials), flags['llm-model'], (prompt) =>
            askLoopbackModel(llm, { model: flags['llm-model'], prompt }),
          );
    const dkim = signerOf(flags, workspace, model, cwd);
    const list: object[] = [];
    const said = workspace.said();
    const { recipe, refused } = generateSet(
      {
        ...wish,
        rules: workspace.rules(),
        ...(said === null ? {} : { said }),
        ...(mails === null ? {} : { written: mails.written }),
        ...(dkim === null ? {} : { dkim }),
      },
      (decoy) =>
        list.push({
          ...listed(decoy),
          path: workspace.writeItem(`${decoy.id}${extname(decoy.fileName)}`, decoy.bytes),
        }),
    );
    workspace.writeRecipe(recipe);
    workspace.writeList(list);
    const told = {
      recipe: recipeHash(recipe),
      counts,
      retried: Object.keys(recipe.attempts).length,
      refused,
      ...(mails === null ? {} : { model: mails.counts }),
      ...(dkim === null
        ? {}
        : {
            dkim: { ...dkimRecord(dkim.signing), signed: Object.keys(recipe.signatures ?? {}).length },
          }),
    };
    const record =
      told.dkim === undefined ? '' : `${told.dkim.signed} DKIM: ${told.dkim.name} TXT "${told.dkim.value}"\n`;
    stdout.write(
      json
        ? `${JSON.stringify(told)}\n`
        : `${TOLD[lang](list.length, told.retried, told.recipe)}\n${record}${mails === null ? '' : WROTE[lang](mails.counts)}`,
    );
    return 0;
  },
});

/** Null without --dkim-key. Throws `bad-option`, `unreadable`, and what `dkimSigner` throws. */
function signerOf(
  flags: Readonly<Record<'dkim-key' | 'dkim-selector' | 'dkim-domain', string | undefined>>,
  workspace: Workspace,
  model: MailboxModel,
  cwd: string,
): ReturnType<typeof dkimSigner> | null {
  const { 'dkim-key': path, 'dkim-selector': selector, 'dkim-domain': given } = flags;
  if (path === undefined) return null;
  const { domains } = workspace.info();
  const domain = (given ?? domains[0] ?? '').toLowerCase();
  if (selector === undefined || !/^[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}$/.test(selector))
    throw new TamisError('bad-option', {
      en: '--dkim-key needs --dkim-selector: letters, digits, hyphens',
      fr: '--dkim-key demande --dkim-selector\u00a0: lettres, chiffres, tirets',
    });
  if (!isOwnOrReserved(domain, domains))
    throw new TamisError('decoy-domain', {
      en: `${domain} is neither your own domain nor a reserved one`,
      fr: `${domain} n’est ni un domaine à vous ni un domaine réservé`,
    });
  return dkimSigner(textOf(resolve(cwd, path)), { domain, selector }, model);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new TamisError(
      'unreadable',
      { en: `${path} cannot be read`, fr: `${path} est illisible` },
      { cause },
    );
  }
}

/** A decoy without its bytes. */
function listed({ bytes: _bytes, text: _text, attachments, ...rest }: Decoy): object {
  return { ...rest, attachments: attachments.map(({ name, type }) => ({ name, type })) };
}

const TOLD = {
  en: (made: number, retried: number, recipe: string) =>
    `${made} decoys, ${retried} of them at a later attempt\nrecipe ${recipe}\nNext: tamis decoys check`,
  fr: (made: number, retried: number, recipe: string) =>
    `${made} leurres, dont ${retried} à un essai ultérieur\nrecette ${recipe}\nEnsuite\u00a0: tamis decoys check`,
};

const WROTE = {
  en: ({ written, empty, refused, junk, failed }: WrittenMails['counts']) =>
    `the language model wrote ${written}; ${refused} refused, ${empty + junk} no text, ${failed} no answer: written by the generator\n`,
  fr: ({ written, empty, refused, junk, failed }: WrittenMails['counts']) =>
    `le modèle de langue en a écrit ${written}\u202f; ${refused} refusés, ${empty + junk} sans texte, ${failed} sans réponse\u00a0: écrits par le générateur\n`,
};
