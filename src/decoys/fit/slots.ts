/**
 * Places in kept words that are filled anew in every decoy: people by their number in the model, links and
 * parts of links by their length. Written into the text itself, behind a character that no text has.
 */
export const SLOT = '\u0004';

/** What stands in a slot: a part of a person, a link or a part of one, figures, a hash. */
export type SlotKind = 'given' | 'family' | 'address' | 'link' | 'word' | 'figures' | 'hash';

const LETTERS: Readonly<Record<SlotKind, string>> = {
  given: 'g',
  family: 'f',
  address: 'e',
  link: 'l',
  word: 'w',
  figures: 'n',
  hash: 'h',
};
const KINDS: Readonly<Record<string, SlotKind>> = Object.fromEntries(
  Object.entries(LETTERS).map(([kind, letter]) => [letter, kind as SlotKind]),
);

/** The slot of a kind; `number` is a person's, or the length of a link. */
export function slot(kind: SlotKind, number: number): string {
  return `${SLOT}${LETTERS[kind]}${number};`;
}

/** The text with each slot replaced by what `fill` says. */
export function fillSlots(text: string, fill: (kind: SlotKind, number: number) => string): string {
  return text.replace(PLACE, (_all, letter: string, number: string) =>
    fill(KINDS[letter] ?? 'given', Number(number)),
  );
}

const PLACE = new RegExp(`${SLOT}([gfelwnh])(\\d{1,9});`, 'g');
