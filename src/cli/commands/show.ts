import { isSourceAsSifted } from '../../case/as-sifted.ts';
import {
  type CaseStore,
  mailboxText,
  openObjects,
  type SearchHit,
  type StoredItem,
} from '../../case/index.ts';
import { tellFailureDetail } from '../../judge/failures/tell-detail.ts';
import { VERDICT_TEXTS } from '../../judge/reasons/verdicts.ts';
import { inLanguage } from '../../judge/texts/in-language.ts';
import { DEFAULT_LIMITS, type Failure, type OcrText, TamisError } from '../../model/index.ts';
import type { Language } from '../../model/text.ts';
import { openLocator } from '../../pipeline/locate.ts';
import { clockLine } from '../../show/clock-line.ts';
import { isGiant, itemBytes, shownMessageBytes } from '../../show/item-bytes.ts';
import { clocksJson, itemJson } from '../../show/json/index.ts';
import { CASE_FLAGS } from '../case-flag.ts';
import { defineCommand } from '../command.ts';
import { contentLines } from '../content-lines.ts';
import type { Output } from '../host.ts';
import { ITEM_ARGUMENT } from '../item-argument.ts';
import { metadataLines } from '../metadata-lines.ts';
import { harmless } from '../terminal/cells.ts';
import { colon } from '../terminal/colon.ts';
import { formatBytes, formatTime } from '../terminal/format.ts';
import type { Paint } from '../terminal/paint.ts';
import type { TextStyle } from '../terminal/text-style.ts';
import { originLines } from '../traces/origin-line.ts';
import { VERDICT_STYLES } from '../verdict-style.ts';
import { itemOf, withCase } from '../with-case.ts';

export const show = defineCommand({
  path: ['show'],
  summary: {
    en: 'One item: headers, text, parts, signatures',
    fr: 'Un élément\u00a0: en-têtes, texte, parties, signatures',
  },
  description: {
    en: '--json adds headers with their bytes, parts with byte ranges, defects, every signature and every clock found (docs/clocks.md). --raw writes the bytes as they lie in the dump: open them only on a machine set apart. --text writes the text alone.',
    fr: '--json ajoute les en-têtes avec leurs octets, les parties avec leurs positions, les défauts, chaque signature et chaque horloge trouvée (docs/clocks.md). --raw écrit les octets tels qu’ils sont dans la fuite\u00a0: à n’ouvrir que sur une machine isolée. --text n’écrit que le texte.',
  },
  positionals: [ITEM_ARGUMENT],
  flags: [
    ...CASE_FLAGS,
    { name: 'raw', type: 'boolean', summary: { en: 'the bytes themselves', fr: 'les octets eux-mêmes' } },
    { name: 'text', type: 'boolean', summary: { en: 'the text alone', fr: 'le texte seul' } },
  ],
  run: async (context) => {
    const { flags, args, json, lang, stdout, paint } = context;
    return await withCase(context, flags, async (store) => {
      const item = itemOf(store, args.id);
      if (flags.raw) await writeRaw(store, item, stdout);
      else if (flags.text) stdout.write(`${shownText(item.text, stdout)}\n`);
      else {
        const carried = [...store.childrenOf(item.path, item.role)];
        const bytes = shownMessageBytes(store.directory, item);
        if (item.message !== null && item.locator !== null && bytes === null)
          context.stderr.write(`${harmless(WITHOUT_BYTES[lang](item.path))}\n`);
        stdout.write(
          json
            ? `${JSON.stringify({ ...itemJson(item, bytes, DEFAULT_LIMITS), carries: carried.map(carriedJson), text: item.text })}\n`
            : showText({ item, bytes, carried }, stdout, { lang, paint }),
        );
      }
      return 0;
    });
  },
});

function carriedJson({ id, kind, type, name, size }: SearchHit): object {
  return { id, kind, type, name, size };
}

/** Enough to be fast, little enough that a container of 50 GB needs no memory. */
const CHUNK = 1 << 20;

async function writeRaw(store: CaseStore, item: StoredItem, stdout: Output): Promise<void> {
  if (item.locator === null)
    throw new TamisError('no-bytes', {
      en: `There are no bytes of ${item.id}: ${item.status}.`,
      fr: `Il n’y a pas d’octets de ${item.id}\u00a0: ${item.status}.`,
    });
  if (item.locator.type !== 'file' && item.locator.type !== 'object') {
    if (isGiant(item)) throw tooLarge(item);
    const bytes = itemBytes(store.directory, item);
    if (bytes === null) throw moved(item);
    stdout.write(bytes);
    return;
  }
  const source = openedOr(item, () =>
    openLocator(item.locator ?? fail(item), openObjects(store.directory), DEFAULT_LIMITS),
  );
  try {
    if (!(await isSourceAsSifted(source, item))) throw moved(item);
    for (let at = 0; at < source.size; at += CHUNK) stdout.write(source.read(at, CHUNK));
  } finally {
    source.close();
  }
}

function tooLarge({ id, size, locator }: StoredItem): TamisError {
  const place =
    locator?.type === 'mbox' && locator.of.type === 'file'
      ? {
          en: `; it is bytes ${locator.start} to ${locator.end} of ${locator.of.path}`,
          fr: `\u202f; ce sont les octets ${locator.start} à ${locator.end} de ${locator.of.path}`,
        }
      : { en: '', fr: '' };
  return new TamisError('too-large', {
    en: `${id} has ${size} bytes, more than memory should hold${place.en}.`,
    fr: `${id} a ${size} octets, plus que la mémoire ne devrait tenir${place.fr}.`,
  });
}

function openedOr<T>(item: StoredItem, open: () => T): T {
  try {
    return open();
  } catch (cause) {
    throw moved(item, cause);
  }
}

function fail(item: StoredItem): never {
  throw moved(item);
}

function moved(item: StoredItem, cause?: unknown): TamisError {
  return new TamisError(
    'no-bytes',
    {
      en: `The bytes of ${item.path} are no longer where they were sifted, or are others now: tamis verify`,
      fr: `Les octets de ${item.path} ne sont plus là où ils ont été triés, ou sont autres\u00a0: tamis verify`,
    },
    {
      cause,
    },
  );
}

const WITHOUT_BYTES = {
  en: (path: string) =>
    `tamis: the bytes of ${path} are no longer where they were sifted, or are others now; headers, parts and clocks are left out`,
  fr: (path: string) =>
    `tamis\u00a0: les octets de ${path} ne sont plus là où ils ont été triés, ou sont autres\u202f; en-têtes, parties et horloges sont omis`,
};

const WORDS = {
  attachments: { en: 'Attachments', fr: 'Pièces jointes' },
  contains: { en: 'Contains', fr: 'Contient' },
  clocks: { en: 'Clocks', fr: 'Horloges' },
  copyOf: { en: 'Copy of', fr: 'Copie de' },
  partly: { en: 'Not read', fr: 'Non lu' },
  ocr: {
    en: 'Read by OCR, possibly misread: page',
    fr: 'Lu par OCR, erreurs possibles\u00a0: page',
  },
  noVerdict: { en: 'no verdict', fr: 'sans verdict' },
} as const;

/** More children than this are counted, not listed. */
const MOST_CHILDREN = 40;

/** An item, its bytes where it has some of its own, and what lies in it. */
interface Shown {
  readonly item: StoredItem;
  readonly bytes: Uint8Array | null;
  readonly carried: readonly SearchHit[];
}

function showText(
  { item, bytes, carried }: Shown,
  stdout: Output,
  { lang, paint }: Omit<TextStyle, 'columns'>,
): string {
  const verdict = item.judgement?.verdict ?? null;
  const word = verdict === null ? WORDS.noVerdict[lang] : inLanguage(VERDICT_TEXTS[verdict].title, lang);
  const lines = [
    `${paint('bold', item.id)}  ${verdict === null ? word : paint(VERDICT_STYLES[verdict], word)}  ${item.type}  ${formatBytes(item.size, lang)}`,
    paint('dim', harmless(item.path)),
  ];
  if (item.sha256 !== '') lines.push(paint('dim', `sha256 ${item.sha256}`));
  if (item.duplicateOf !== null) lines.push(`${WORDS.copyOf[lang]} ${item.duplicateOf}`);
  if (item.failure !== null) lines.push(paint('yellow', failureLine(WORDS.partly[lang], item.failure, lang)));
  lines.push('', ...headerLines(item, paint), ...metadataLines(item.metadata ?? [], lang, paint));
  lines.push(...contentLines(item, lang, paint));
  lines.push(...originLines(item, lang, paint));
  const clocks = bytes === null ? '' : clockLine(clocksJson(bytes, DEFAULT_LIMITS), lang);
  if (clocks !== '') lines.push(`${paint('bold', `${WORDS.clocks[lang]}${colon(lang)}`)}${harmless(clocks)}`);
  if (carried.length > 0) lines.push('', ...carriedLines(item, carried, lang, paint));
  const text = shownText(item.text, stdout);
  const read = item.ocr === null ? [] : ocrLines(item.ocr, stdout, lang, paint);
  return `${[...lines, '', text, ...read].join('\n').trimEnd()}\n`;
}

function failureLine(what: string, { code, detail }: Failure, lang: Language): string {
  return `${what} (${code})${colon(lang)}${harmless(tellFailureDetail(detail, lang))}`;
}

/** Under a line of its own: what a machine read may be misread, and is not what the document says. */
function ocrLines({ pages, failure }: OcrText, stdout: Output, lang: Language, paint: Paint): string[] {
  const failed = failure === null ? [] : ['', paint('yellow', failureLine('OCR', failure, lang))];
  const blocks = pages.flatMap(({ page, confidence, text }) => [
    '',
    paint('bold', `${WORDS.ocr[lang]} ${page} (${Math.round(confidence * 100)}\u00a0%)`),
    shownText(text, stdout),
  ]);
  return [...blocks, ...failed];
}

function headerLines({ message, name }: StoredItem, paint: Paint): string[] {
  if (message === null) return [harmless(name)];
  const rows = [
    ['Date', message.date === null ? '' : formatTime(message.date)],
    ['From', message.from.map(mailboxText).join(', ')],
    ['To', message.to.map(mailboxText).join(', ')],
    ['Cc', message.cc.map(mailboxText).join(', ')],
    ['Subject', message.subject],
  ] as const;
  return rows
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${paint('bold', `${label}:`)} ${harmless(value)}`);
}

function carriedLines(
  item: StoredItem,
  carried: readonly SearchHit[],
  lang: Language,
  paint: Paint,
): string[] {
  const title = item.message === null ? WORDS.contains[lang] : WORDS.attachments[lang];
  const listed = carried
    .slice(0, MOST_CHILDREN)
    .map(
      ({ id, name, type, size }) =>
        `  ${id}  ${harmless(name)}  ${paint('dim', `${type}, ${formatBytes(size, lang)}`)}`,
    );
  const more = carried.length - listed.length;
  return [
    paint('bold', `${title}${colon(lang).trimEnd()}`),
    ...listed,
    ...(more > 0 ? [`  … +${more}`] : []),
  ];
}

/** On a terminal line by line without anything that acts on it; in a pipe as it is. */
function shownText(text: string, stdout: Output): string {
  return stdout.isTTY ? text.split('\n').map(harmless).join('\n') : text;
}
