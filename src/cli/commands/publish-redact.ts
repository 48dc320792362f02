import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { TamisError } from '../../model/index.ts';
import {
  listedNames,
  openPseudonyms,
  PERSONAL_KINDS,
  RedactSession,
  redactFile,
} from '../../publish/index.ts';
import { CASE_FLAGS } from '../case-flag.ts';
import { type CommandContext, defineCommand } from '../command.ts';
import { linesOf, withCaseIfAny } from '../publish/gate-flags.ts';
import { boxesOf } from '../publish/redact-box.ts';
import { redactSource } from '../publish/redact-source.ts';
import { redactionText } from '../publish/redact-text.ts';
import { version } from '../version.ts';
import { logAct } from '../with-case.ts';

export const publishRedact = defineCommand({
  path: ['publish', 'redact'],
  summary: {
    en: 'Take personal data out of an item or a file so that nothing remains beneath',
    fr: 'Retirer les données personnelles d’un élément ou d’un fichier, sans rien laisser dessous',
  },
  description: {
    en: 'Text, mail with all it carries, PDF (drawn anew, pages as pictures), pictures (read by OCR), office documents (as plain text). The result is extracted again before it is written; where anything is still found, nothing is written. OUT.log.json says what kind was removed where, never the value. Faces are never guessed: give --box. Never writes over anything.',
    fr: 'Texte, courriel et ce qu’il porte, PDF (redessiné, pages en images), images (lues par OCR), documents bureautiques (en texte brut). Le résultat est relu avant d’être écrit\u202f; si quelque chose s’y trouve encore, rien n’est écrit. OUT.log.json dit quoi et où, jamais la valeur. Les visages ne sont jamais devinés\u00a0: donnez --box. N’écrase jamais rien.',
  },
  positionals: [
    {
      name: 'source',
      metavar: 'ITEM|FILE',
      required: true,
      summary: {
        en: 'a file here, or the id of an item of the case',
        fr: 'un fichier, ou l’identifiant d’un élément du dossier',
      },
    },
  ],
  flags: [
    ...CASE_FLAGS,
    {
      name: 'output',
      short: 'o',
      type: 'string',
      metavar: 'PATH',
      summary: {
        en: 'a new file; its ending becomes that of the result',
        fr: 'un nouveau fichier\u202f; son extension devient celle du résultat',
      },
    },
    {
      name: 'names',
      type: 'string',
      metavar: 'FILE',
      summary: {
        en: 'names to take out too, one a line, other spellings behind |',
        fr: 'noms à retirer aussi, un par ligne, autres graphies après |',
      },
    },
    {
      name: 'pseudonyms',
      type: 'boolean',
      summary: {
        en: 'number the marks, the same for the same value across the case',
        fr: 'numéroter les marques, les mêmes pour la même valeur dans tout le dossier',
      },
    },
    {
      name: 'book',
      type: 'string',
      metavar: 'FILE',
      summary: {
        en: 'where the numbers are kept (default: pseudonyms.json in the case)',
        fr: 'où les numéros sont gardés (par défaut\u00a0: pseudonyms.json dans le dossier)',
      },
    },
    {
      name: 'box',
      type: 'strings',
      metavar: 'X,Y,W,H',
      summary: {
        en: 'paint over a region too: pixels of a picture, PAGE:X,Y,W,H in points of a PDF',
        fr: 'masquer aussi une zone\u00a0: pixels d’une image, PAGE:X,Y,W,H en points d’un PDF',
      },
    },
    {
      name: 'keep',
      type: 'strings',
      metavar: 'KIND',
      summary: {
        en: `leave a kind: ${PERSONAL_KINDS.join(', ')}`,
        fr: `laisser une catégorie\u00a0: ${PERSONAL_KINDS.join(', ')}`,
      },
    },
    {
      name: 'password',
      type: 'strings',
      metavar: 'TEXT',
      summary: { en: 'to try on an encrypted document', fr: 'à essayer sur un document chiffré' },
    },
  ],
  examples: [
    {
      line: 'tamis publish redact fdedqsyyc45ig --names noms.txt --pseudonyms -o message.eml',
      summary: { en: 'an item of the case', fr: 'un élément du dossier' },
    },
  ],
  run: (context) =>
    withCaseIfAny(context, context.flags, async (store) => {
      const { flags, args, json, lang, cwd, stdout } = context;
      if (flags.output === undefined)
        throw new TamisError('bad-option', { en: '-o PATH is missing', fr: 'il manque -o CHEMIN' });
      const output = resolve(cwd, flags.output);
      const names = flags.names === undefined ? [] : listedNames(linesOf(resolve(cwd, flags.names)));
      const source = redactSource(args.source, cwd, store);
      const book = bookOf(context, flags, store?.directory ?? null);
      const pseudonyms = openPseudonyms(book);
      const session = new RedactSession({
        lang,
        names,
        keep: kindsOf(flags.keep),
        numbered: flags.pseudonyms,
        pseudonyms,
      });
      const given = { passwords: flags.password, boxes: boxesOf(flags.box) };
      const redacted = await redactFile(source.bytes, source.name, session, given);
      const path = `${output.replace(/\.[^./\\]{1,8}$/u, '')}.${redacted.extension}`;
      const log = session.log();
      const record = {
        tamis: version(),
        at: context.now().toISOString(),
        source: { sha256: sha256(source.bytes), item: source.item?.id ?? null },
        result: { sha256: sha256(redacted.bytes), type: redacted.type, size: redacted.bytes.length },
        ...log,
      };
      pseudonyms.save();
      writeNew(path, redacted.bytes);
      writeNew(`${path}.log.json`, Buffer.from(`${JSON.stringify(record, null, 2)}\n`));
      if (store !== null) {
        const counts: Record<string, number> = {};
        for (const { kind, count } of log.removals) counts[kind] = (counts[kind] ?? 0) + count;
        logAct(context, store, 'redacted', { ...record.source, result: record.result.sha256, counts });
      }
      stdout.write(json ? `${JSON.stringify({ path, ...record })}\n` : redactionText(log, path, lang));
      return 0;
    }),
});

function kindsOf(values: readonly string[]): ReadonlySet<(typeof PERSONAL_KINDS)[number]> {
  const words = values.flatMap((value) => value.split(','));
  return new Set(
    words.map((word) => {
      const kind = PERSONAL_KINDS.find((one) => one === word);
      if (kind === undefined)
        throw new TamisError('bad-option', {
          en: `--keep ${word}: one of ${PERSONAL_KINDS.join(', ')}`,
          fr: `--keep ${word}\u00a0: l’un de ${PERSONAL_KINDS.join(', ')}`,
        });
      return kind;
    }),
  );
}

/** Numbers that are wanted are kept: in the book named, or in the case. */
function bookOf(
  { cwd }: Pick<CommandContext, 'cwd'>,
  flags: { readonly book: string | undefined; readonly pseudonyms: boolean },
  directory: string | null,
): string | null {
  if (flags.book !== undefined) return resolve(cwd, flags.book);
  return flags.pseudonyms && directory !== null ? join(directory, 'pseudonyms.json') : null;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Never over something. */
function writeNew(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    const why = existsSync(path) ? TAKEN : UNWRITABLE;
    throw new TamisError('cannot-write', { en: `${path} ${why.en}.`, fr: `${path} ${why.fr}.` }, { cause });
  }
}

const TAKEN = { en: 'is there already; nothing is written over', fr: 'existe déjà\u202f; rien n’est écrasé' };
const UNWRITABLE = { en: 'cannot be written', fr: 'ne peut pas être écrit' };
