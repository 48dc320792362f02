import { isAbsolute, relative } from 'node:path';
import { VERDICT_TEXTS } from '../judge/reasons/verdicts.ts';
import { ITEM_KINDS, VERDICTS } from '../model/index.ts';
import type { Language, Text } from '../model/text.ts';
import type { OcrProgress } from '../pipeline/ocr-queue.ts';
import type { DecoyCounts, SiftResult } from '../sift.ts';
import { aboutLines } from './content-lines.ts';
import { colon } from './terminal/colon.ts';
import { counted, ITEMS, type Noun, noun } from './terminal/counted.ts';
import { formatBytes, formatDuration, formatNumber } from './terminal/format.ts';
import type { Paint } from './terminal/paint.ts';
import { table } from './terminal/table.ts';
import { touchedLines } from './traces/touched-line.ts';
import { VERDICT_STYLES } from './verdict-style.ts';

/** The object that `sift --json` prints (docs/schema/sift.json). */
export function siftJson(result: SiftResult): Record<string, unknown> {
  const { items, bytes, failures, verdicts, duplicates } = result.totals;
  const seconds = toMilliseconds(result.seconds);
  const phases = Object.fromEntries(
    Object.entries(result.phases).map(([phase, spent]) => [phase, toMilliseconds(spent)]),
  );
  const { since, content, touched, ocr, decoys } = result;
  const counts = { items, bytes, failures, verdicts, duplicates };
  return { case: result.case, ...counts, since, content, touched, ocr, decoys, phases, seconds };
}

type Totals = SiftResult['totals'];

function toMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

const BAR_CELLS = 30;

interface SummaryPlace {
  /** What a person types for `tamis`. */
  readonly command: string;
  readonly cwd: string;
  /** Flags that name a case in a database, which the next command needs as well; absent: a folder finds itself. */
  readonly named?: string;
}

/** What a person sees at the end of a sift: how much, what is real, what could not be read, what to do next. */
export function siftText(
  result: SiftResult,
  lang: Language,
  paint: Paint,
  { command, cwd, named }: SummaryPlace,
): string {
  const { totals } = result;
  const kinds = ITEM_KINDS.filter((kind) => totals.items[kind] > 0).map((kind) =>
    counted(totals.items[kind], KINDS[kind], lang),
  );
  const parts = kinds.length === 0 ? '' : ` (${kinds.join(', ')})`;
  const lines = [
    `${paint('bold', shownPlace(result.case, cwd))}  ${isAsBefore(result) ? SAY.unchanged[lang] : ''}`.trimEnd(),
    `${counted(totals.items.total, ITEMS, lang)}${parts}, ${formatBytes(totals.bytes, lang)}, ${formatDuration(result.seconds, lang)}`,
    ...sinceLines(result, lang, paint, command),
    '',
    ...verdictBars(result, lang, paint),
    ...unjudgedLines(totals, lang),
    '',
    counted(totals.duplicates, DUPLICATES, lang),
    failureLine(totals, lang, paint),
    ...keyLines(result.awaitsKey, lang, command),
    ...aboutLines(result.content, lang),
    ...touchedLines(result.touched, lang),
    ...(result.ocr === null ? [] : [ocrLine(result.ocr, lang)]),
    ...(result.decoys === null ? [] : [decoysLine(result.decoys, lang, command)]),
    ...nextLines(totals, lang, command, named),
  ];
  return `${lines.join('\n')}\n`;
}

function isAsBefore({ unchanged, since }: SiftResult): boolean {
  return unchanged && since.changed === 0 && since.missing === 0;
}

/** Of inputs that were sifted before: what came is read, what is other than it was is not. */
function sinceLines({ since }: SiftResult, lang: Language, paint: Paint, command: string): string[] {
  const { added, changed, missing } = since;
  const verify = `${command} verify`;
  const other = {
    en: `; the case keeps what it read: ${verify}`,
    fr: `\u202f; l’enquête garde ce qu’elle a lu\u00a0: ${verify}`,
  };
  return [
    ...(added === 0 ? [] : [counted(added, ADDED, lang)]),
    ...(changed === 0 ? [] : [paint('yellow', `${counted(changed, CHANGED, lang)}${other[lang]}`)]),
    ...(missing === 0 ? [] : [paint('yellow', `${counted(missing, MISSING, lang)}${other[lang]}`)]),
  ];
}

/** As it was named: below this folder without the way there. A case in a database has a name. */
function shownPlace(place: string, cwd: string): string {
  if (!isAbsolute(place)) return place;
  const way = relative(cwd, place);
  return way === '' || way.startsWith('..') || isAbsolute(way) ? place : way;
}

/** What to do next, as far as there is anything to do it with. */
function nextLines(totals: Totals, lang: Language, command: string, named?: string): string[] {
  const { items, verdicts, failures } = totals;
  const found = VERDICTS.findLast((verdict) => verdicts[verdict] > 0);
  if (items.total === 0 || found === undefined) return [];
  const steps = [`search verdict:${found}`, 'why ID', ...(failures > 0 ? ['failures'] : [])];
  const line = `${SAY.next[lang]} ${steps.map((step) => `${command} ${step}`).join(' · ')}`;
  return ['', line, ...(named === undefined ? [] : [`${SAY.each[lang]} ${named}`])];
}

function verdictBars(result: SiftResult, lang: Language, paint: Paint): readonly string[] {
  const { verdicts } = result.totals;
  const sum = VERDICTS.reduce((total, verdict) => total + verdicts[verdict], 0);
  const rows = VERDICTS.map((verdict) => {
    const cells = sum === 0 ? 0 : Math.ceil((BAR_CELLS * verdicts[verdict]) / sum);
    return [VERDICT_TEXTS[verdict].title[lang], formatNumber(verdicts[verdict], lang), '█'.repeat(cells)];
  });
  const style = (text: string, row: number) => paint(VERDICT_STYLES[VERDICTS[row] ?? 'unverified'], text);
  return table(rows, [{ style }, { align: 'right' }, { style }], Number.POSITIVE_INFINITY);
}

/** So that the bars and the count above them can be added up. */
function unjudgedLines({ items, verdicts }: Totals, lang: Language): string[] {
  const unjudged = items.total - VERDICTS.reduce((sum, verdict) => sum + verdicts[verdict], 0);
  return unjudged > 0 ? [`(${counted(unjudged, UNJUDGED, lang)})`] : [];
}

function failureLine({ items, failures }: Totals, lang: Language, paint: Paint): string {
  if (items.total === 0) return paint('yellow', SAY.nothing[lang]);
  if (failures === 0) return SAY.allRead[lang];
  return paint('yellow', counted(failures, FAILURES, lang));
}

/** What decides most where there is no archive to compare with, and can still be had. */
function keyLines({ messages, isAll }: SiftResult['awaitsKey'], lang: Language, command: string): string[] {
  if (messages === 0) return [];
  const told = `${counted(messages, AWAITING, lang)}${isAll ? '' : SAY.orMore[lang]}`;
  return [`${told}${colon(lang)}${command} keys recover · ${command} sift --dns · docs/key-files.md`];
}

function ocrLine({ done, pages, failures }: OcrProgress, lang: Language): string {
  const failed = failures === 0 ? '' : `, ${counted(failures, NOT_READ, lang)}`;
  return `${SAY.ocr[lang]} ${counted(done, PICTURES, lang)}, ${counted(pages, PAGES, lang)}${failed}`;
}

function decoysLine(found: DecoyCounts, lang: Language, command: string): string {
  const sum = Object.values(found).reduce((all, each) => all + each, 0);
  const kinds = `${formatNumber(found.exact, lang)} ${SAY.decoyBytes[lang]}`;
  return `${counted(sum, DECOYS, lang)} (${kinds}): ${command} search is:decoy`;
}

const KINDS: Readonly<Record<(typeof ITEM_KINDS)[number], Noun>> = {
  message: noun('message', 'messages', 'message', 'messages'),
  document: noun('document', 'documents', 'document', 'documents'),
  image: noun('image', 'images', 'image', 'images'),
  archive: noun('archive', 'archives', 'archive', 'archives'),
  mailbox: noun('mailbox', 'mailboxes', 'boîte aux lettres', 'boîtes aux lettres'),
  other: noun('other', 'other', 'autre', 'autres'),
};

const ADDED = noun(
  'file came since the last sift and was read',
  'files came since the last sift and were read',
  'fichier arrivé depuis le dernier tri, et lu',
  'fichiers arrivés depuis le dernier tri, et lus',
);
const CHANGED = noun(
  'file has another size or date than when it was sifted',
  'files have another size or date than when they were sifted',
  'fichier a une autre taille ou date qu’au moment du tri',
  'fichiers ont une autre taille ou date qu’au moment du tri',
);
const MISSING = noun(
  'file is no longer where it was sifted',
  'files are no longer where they were sifted',
  'fichier n’est plus là où il a été trié',
  'fichiers ne sont plus là où ils ont été triés',
);
const DUPLICATES = noun('exact duplicate', 'exact duplicates', 'doublon exact', 'doublons exacts');
const UNJUDGED = noun(
  'archive or mailbox, which has no verdict of its own',
  'archives and mailboxes, which have no verdict of their own',
  'archive ou boîte aux lettres, sans verdict propre',
  'archives et boîtes aux lettres, sans verdict propre',
);
const AWAITING = noun(
  'unverified item waits for the key of a signature',
  'unverified items wait for the keys of signatures',
  'élément non vérifié attend la clé d’une signature',
  'éléments non vérifiés attendent les clés de signatures',
);
const FAILURES = noun(
  'item could not be read, wholly or in part',
  'items could not be read, wholly or in part',
  'élément n’a pu être lu, en tout ou en partie',
  'éléments n’ont pu être lus, en tout ou en partie',
);

const PICTURES = noun(
  'image or PDF file looked at',
  'images and PDF files looked at',
  'image ou PDF examiné',
  'images et PDF examinés',
);
const PAGES = noun('page with words', 'pages with words', 'page avec des mots', 'pages avec des mots');
const NOT_READ = noun(
  'not read to its end',
  'not read to their end',
  'non lu jusqu’au bout',
  'non lus jusqu’au bout',
);
const DECOYS = noun(
  'decoy of your ledger',
  'decoys of your ledger',
  'leurre de votre registre',
  'leurres de votre registre',
);

const SAY = {
  ocr: { en: 'OCR:', fr: 'OCR\u00a0:' },
  decoyBytes: { en: 'to the byte', fr: 'à l’octet près' },
  allRead: { en: 'everything was read', fr: 'tout a été lu' },
  nothing: {
    en: 'there is no file in it: is it the folder that was meant?',
    fr: 'il ne contient aucun fichier\u00a0: est-ce le dossier voulu\u202f?',
  },
  orMore: { en: ', or more', fr: ', ou plus' },
  next: { en: 'next:', fr: 'ensuite\u00a0:' },
  each: { en: 'each with', fr: 'chacune avec' },
  unchanged: {
    en: '(nothing new: everything named was sifted before)',
    fr: '(rien de nouveau\u00a0: tout ce qui est nommé a déjà été trié)',
  },
} as const satisfies Record<string, Text>;
