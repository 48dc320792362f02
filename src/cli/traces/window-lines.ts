import { spanText } from '../../judge/texts/span-text.ts';
import { FAMILIARITY_TEXTS } from '../../judge/texts/trace-terms.ts';
import type { CountedValue, Language, SavedFile, SaveWindow } from '../../model/index.ts';
import { cut, harmless, padEnd } from '../terminal/cells.ts';
import { formatNumber } from '../terminal/format.ts';
import type { Paint } from '../terminal/paint.ts';
import { chanceText, documentsText, WORDS } from './words.ts';

/** A screen holds this many files beside what stands above them. */
export const SCREEN_FILES = 30;
const MOST_VALUES = 4;

/** One batch-save window on one screen: when, how likely, with what, by whom, which files. */
export function windowLines(
  window: SaveWindow,
  mostFiles: number,
  lang: Language,
  paint: Paint,
  columns: number,
): string[] {
  const { files, documents } = window;
  const shown = files.slice(0, mostFiles);
  const more = documents - shown.length;
  return [
    paint('bold', titleOf(window, lang)),
    `  ${label('chance', lang)}${chanceOf(window, lang)}`,
    ...madeLine(window, lang),
    ...valuesLine('program', window.applications, lang, paint),
    ...valuesLine('language', window.languages, lang, paint),
    ...valuesLine('textLanguage', window.textLanguages ?? [], lang, paint),
    ...valuesLine('lastAuthor', window.lastAuthors, lang, paint),
    ...noAuthorLine(window, lang),
    ...(shown.length > 0 ? ['', ...shown.map((file) => fileLine(file, columns, lang, paint))] : []),
    ...(more > 0 && shown.length > 0 ? [`  … +${formatNumber(more, lang)}`] : []),
  ];
}

function titleOf({ from, to, seconds, zone, documents }: SaveWindow, lang: Language): string {
  const day = from.slice(0, 10);
  const end = to.slice(0, 10) === day ? clock(to) : `${to.slice(0, 10)} ${clock(to)}`;
  const where = zone === 'UTC' ? 'UTC' : { en: 'local time', fr: 'heure locale' }[lang];
  const span = spanText(seconds, lang);
  const what = documentsText(documents, lang);
  return {
    en: `${day} ${clock(from)}–${end} ${where}: ${what} saved within ${span}`,
    fr: `${day} ${clock(from)}–${end} ${where}\u00a0: ${what} enregistrés en ${span}`,
  }[lang];
}

function clock(time: string): string {
  return time.slice(11, 19);
}

function chanceOf({ probability, rhythm }: SaveWindow, lang: Language): string {
  const odds = chanceText(probability, lang);
  const gap = spanText(rhythm.gapSeconds, lang);
  const [followed, events] = [formatNumber(rhythm.followed, lang), formatNumber(rhythm.events, lang)];
  return {
    en: `${odds} (elsewhere, ${followed} of ${events} were followed by an unrelated one within ${gap})`,
    fr: `${odds} (ailleurs, ${followed} sur ${events} suivis d’un autre sans lien en moins de ${gap})`,
  }[lang];
}

/** Wide enough for every label in both languages. */
const LABEL_CELLS = 17;

function label(word: keyof typeof WORDS, lang: Language): string {
  return padEnd(WORDS[word][lang], LABEL_CELLS);
}

function madeLine({ made, unrelated }: SaveWindow, lang: Language): string[] {
  if (made === null) return [];
  const [first, last] = made.map((time) => time.slice(0, 10));
  const origins = formatNumber(unrelated, lang);
  const told = {
    en: `between ${first} and ${last}, of ${origins} different origins (author and day)`,
    fr: `entre le ${first} et le ${last}, de ${origins} origines différentes (auteur et jour)`,
  }[lang];
  return [`  ${label('made', lang)}${told}`];
}

function valuesLine(
  word: 'program' | 'language' | 'textLanguage' | 'lastAuthor',
  values: readonly CountedValue[],
  lang: Language,
  paint: Paint,
): string[] {
  return values.slice(0, MOST_VALUES).map((counted, at) => {
    const { value, count, elsewhere, familiarity } = counted;
    const name = at === 0 ? label(word, lang) : padEnd('', LABEL_CELLS);
    const told = word === 'language' || word === 'textLanguage' ? languageName(value, lang) : harmless(value);
    const known = familiarity === 'unseen' ? [FAMILIARITY_TEXTS.unseen[lang]] : [];
    const facts = [documentsText(count, lang), elsewhereText(elsewhere, lang), ...known].join(', ');
    const style = familiarity === 'unseen' || elsewhere === 0 ? 'yellow' : 'dim';
    const more =
      at === MOST_VALUES - 1 && values.length > MOST_VALUES ? ` … +${values.length - MOST_VALUES}` : '';
    return `  ${name}${told} ${paint(style, `(${facts})`)}${more}`;
  });
}

function elsewhereText(elsewhere: number, lang: Language): string {
  if (elsewhere === 0)
    return { en: 'nowhere else but in such runs', fr: 'nulle part hors de telles suites' }[lang];
  const items = formatNumber(elsewhere, lang);
  return { en: `${items} elsewhere`, fr: `${items} ailleurs` }[lang];
}

/** `ru` → `Russian (ru)`; what is no code stays as it is. */
function languageName(code: string, lang: Language): string {
  if (!/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/u.test(code)) return harmless(code);
  const name = new Intl.DisplayNames([lang], { type: 'language' }).of(code) ?? code;
  return name === code ? code : `${name} (${code})`;
}

function noAuthorLine({ files, lastAuthors }: SaveWindow, lang: Language): string[] {
  const without = files.filter(({ lastAuthor }) => lastAuthor === null).length;
  if (without === 0) return [];
  const name = lastAuthors.length === 0 ? label('lastAuthor', lang) : padEnd('', LABEL_CELLS);
  const none = { en: 'none told', fr: 'non indiqué' }[lang];
  return [`  ${name}${none} (${documentsText(without, lang)})`];
}

/** Id, time of saving, day of making, from whose hand to whose, name. */
function fileLine(file: SavedFile, columns: number, lang: Language, paint: Paint): string {
  const { id, saved, created, author, lastAuthor, name, copies } = file;
  const made = { en: 'made', fr: 'créé' }[lang];
  const people = cut(harmless(`${author ?? '–'} → ${lastAuthor ?? '–'}`), 40);
  const copy = copies.length > 0 ? ` (+${copies.length})` : '';
  const room = Math.max(20, columns - 90);
  return `  ${paint('bold', id)}  ${clock(saved)}  ${padEnd(created === null ? '' : `${made} ${created.slice(0, 10)}`, 15)}  ${padEnd(people, 40)}  ${cut(harmless(name + copy), room)}`;
}
