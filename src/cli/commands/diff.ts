import type { StoredItem } from '../../case/store.ts';
import type { WordPiece } from '../../examine/reference/diff.ts';
import type { Language } from '../../model/text.ts';
import { compareItems, type ItemComparison } from '../../show/comparison.ts';
import { CASE_FLAGS } from '../case-flag.ts';
import { defineCommand } from '../command.ts';
import { ITEM_ARGUMENT } from '../item-argument.ts';
import { cut, harmless } from '../terminal/cells.ts';
import { colon } from '../terminal/colon.ts';
import type { Paint } from '../terminal/paint.ts';
import { itemOf, withCase } from '../with-case.ts';

export const diff = defineCommand({
  path: ['diff'],
  summary: {
    en: 'Two items word for word: what each has that the other has not',
    fr: 'Deux éléments mot à mot\u00a0: ce que chacun a et que l’autre n’a pas',
  },
  description: {
    en: 'Header fields (or metadata), attachments and text, compared by words: reflow, line ends and invisible characters make no difference. {+added+} and [-removed-] without colours. --full also prints what is the same.',
    fr: 'En-têtes (ou métadonnées), pièces jointes et texte, comparés mot à mot\u00a0: retours à la ligne et caractères invisibles ne comptent pas. {+ajouté+} et [-retiré-] sans couleurs. --full imprime aussi ce qui est pareil.',
  },
  positionals: [
    ITEM_ARGUMENT,
    {
      name: 'other',
      metavar: 'ID',
      required: true,
      summary: { en: 'the item held against it', fr: 'l’élément comparé au premier' },
    },
  ],
  flags: [
    ...CASE_FLAGS,
    {
      name: 'full',
      type: 'boolean',
      summary: { en: 'the same words too', fr: 'aussi les mots identiques' },
    },
  ],
  examples: [
    { line: 'tamis diff k3xq 7abm', summary: { en: 'what was changed', fr: 'ce qui a été modifié' } },
  ],
  run: async (context) => {
    const { flags, args, json, lang, stdout, paint } = context;
    return await withCase(context, flags, (store) => {
      const [from, to] = [itemOf(store, args.id), itemOf(store, args.other)];
      const found = compareItems(store, from, to);
      if (json) stdout.write(`${JSON.stringify(diffJson(from, to, found))}\n`);
      else {
        const lines = diffLines(from, to, found, {
          lang,
          paint,
          coloured: stdout.isTTY && paint('red', '') !== '',
          full: flags.full === true,
          width: Math.min(100, Math.max(40, stdout.columns)),
        });
        stdout.write(`${lines.join('\n')}\n`);
      }
      return 0;
    });
  },
});

function diffJson(from: StoredItem, to: StoredItem, found: ItemComparison): object {
  const named = ({ id, path, name, role }: StoredItem) => ({ id, path, name, role });
  const share = (value: number) => Math.round(value * 1000) / 1000;
  return {
    from: named(from),
    to: named(to),
    ...found,
    similarity: share(found.similarity),
    containment: share(found.containment),
    pieces: found.pieces?.map(({ type, words }) => ({ type, text: words.join(' ') })) ?? null,
  };
}

interface Look {
  readonly lang: Language;
  readonly paint: Paint;
  readonly coloured: boolean;
  readonly full: boolean;
  readonly width: number;
}

const SAY = {
  sameBytes: { en: 'The same bytes.', fr: 'Les mêmes octets.' },
  sameWords: { en: 'The same words.', fr: 'Les mêmes mots.' },
  ocr: {
    en: 'Words of at least one were read by OCR: what differs may be misread.',
    fr: 'Les mots de l’un au moins ont été lus par OCR\u00a0: ce qui diffère a pu être mal lu.',
  },
  shared: { en: 'of the wording in common', fr: 'de la formulation en commun' },
  attachments: { en: 'Attachments', fr: 'Pièces jointes' },
  text: { en: 'Text', fr: 'Texte' },
  tooMuch: {
    en: 'The texts differ in more places than can be told; `show --text` prints each.',
    fr: 'Les textes diffèrent en plus d’endroits qu’on n’en peut montrer\u202f; `show --text` imprime chacun.',
  },
  fields: { en: 'more fields differ (--full)', fr: 'autres champs diffèrent (--full)' },
} as const;

/** Beyond these, what relays wrote: signatures, routes, boundaries. */
const MOST_FIELDS = 12;

function diffLines(from: StoredItem, to: StoredItem, found: ItemComparison, look: Look): readonly string[] {
  const { lang, paint, width } = look;
  const title = ({ id, name, path }: StoredItem) =>
    `${paint('bold', id)}  ${cut(harmless(name), 40)}  ${paint('dim', cut(harmless(path), width))}`;
  const lines = [paint('red', `− `) + title(from), paint('green', `+ `) + title(to)];
  if (found.sameBytes) return [...lines, '', SAY.sameBytes[lang]];
  lines.push(paint('dim', `${Math.floor(found.similarity * 100)} % ${SAY.shared[lang]}`));
  const shown = look.full ? found.fields : found.fields.slice(0, MOST_FIELDS);
  if (shown.length > 0) lines.push('');
  for (const { name, removed, added } of shown) lines.push(...valueLines(name, removed, added, look));
  const more = found.fields.length - shown.length;
  if (more > 0) lines.push(paint('dim', `… +${more} ${SAY.fields[lang]}`));
  const { removed, added } = found.attachments;
  if (removed.length + added.length > 0)
    lines.push(...valueLines(SAY.attachments[lang], removed, added, look));
  lines.push('', paint('bold', `${SAY.text[lang]}${colon(lang)}`.trimEnd()));
  if (found.ocr) lines.push(SAY.ocr[lang]);
  if (found.pieces === null) lines.push(SAY.tooMuch[lang]);
  else if (found.sameWords) lines.push(SAY.sameWords[lang]);
  else lines.push(...textLines(found.pieces, look));
  return lines;
}

function valueLines(
  name: string,
  removed: readonly string[],
  added: readonly string[],
  { paint, width }: Look,
): readonly string[] {
  return [
    `${paint('bold', `${harmless(name)}:`)}`,
    ...removed.map((value) => paint('red', `  − ${cut(harmless(value), width - 4)}`)),
    ...added.map((value) => paint('green', `  + ${cut(harmless(value), width - 4)}`)),
  ];
}

/** Words of the same on either side of a change that show where it stands. */
const CONTEXT = 10;

/** Words in their order, filled into lines; each word carries its own colour, so that a line may be cut anywhere. */
function textLines(pieces: readonly WordPiece[], look: Look): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const put = (text: string, type: WordPiece['type']) => {
    const shown = harmless(text);
    if (used > 0 && used + 1 + shown.length > look.width) {
      lines.push(line);
      [line, used] = ['', 0];
    }
    line += (used > 0 ? ' ' : '') + marked(shown, type, look);
    used += (used > 0 ? 1 : 0) + shown.length;
  };
  for (const [index, piece] of pieces.entries()) {
    for (const word of shortened(piece, index === 0, index === pieces.length - 1, look))
      put(word, piece.type);
  }
  if (used > 0) lines.push(line);
  return lines;
}

function shortened(
  { type, words }: WordPiece,
  isFirst: boolean,
  isLast: boolean,
  { coloured, full }: Look,
): readonly string[] {
  if (type === 'same') {
    if (full || words.length <= 2 * CONTEXT + 1) return words;
    return [...(isFirst ? [] : words.slice(0, CONTEXT)), '…', ...(isLast ? [] : words.slice(-CONTEXT))];
  }
  if (coloured) return words;
  const [open, close] = type === 'added' ? ['{+', '+}'] : ['[-', '-]'];
  return words.map((word, at) => `${at === 0 ? open : ''}${word}${at === words.length - 1 ? close : ''}`);
}

function marked(text: string, type: WordPiece['type'], { paint }: Look): string {
  return type === 'same' ? text : paint(type === 'added' ? 'green' : 'red', text);
}
