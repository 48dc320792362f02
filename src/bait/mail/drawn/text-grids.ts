import { FEWEST, type Grid, gridOf, MOST } from './grid.ts';

/** Codes of a mail that are looked at; attack: a text that is nothing but drawings. */
const MOST_GRIDS = 10;

/**
 * What may be a code drawn out of letters: runs of lines of blocks and half blocks, or of two different characters, one for
 * dark and one for light. Empty lines between are a mail program's. Which of the two is dark is left to the reader of codes.
 */
export function textGrids(lines: Iterable<string>): Grid[] {
  const found: Grid[] = [];
  let run: string[] = [];
  let letters = new Set<string>();
  const end = (): void => {
    const grid = run.length * 2 >= FEWEST ? gridOfRun(run, letters) : null;
    if (grid !== null && found.length < MOST_GRIDS) found.push(grid);
    run = [];
    letters = new Set();
  };
  for (const line of lines) {
    if (isProse(line)) {
      if (run.length > 0) end();
      continue;
    }
    const plain = line.replace(SPACES, ' ').replace(/[\ufe0f\r]/gu, '');
    if (plain.trim() === '') continue;
    const own = new Set(plain);
    if (!isDrawing(letters.union(own))) end();
    if (!isDrawing(own)) continue;
    run.push(plain);
    letters = letters.union(own);
    if (run.length > MOST) end();
  }
  end();
  return found;
}

/** Most lines show by their first letters that they draw nothing, and a code has no line of megabytes. */
function isProse(line: string): boolean {
  if (line.length > 4 * MOST) return true;
  let [first, second] = ['', ''];
  for (let at = 0; at < line.length; at++) {
    const letter = line[at] ?? '';
    if (letter === first || letter === second || letter <= ' ' || isNoLetter(letter)) continue;
    if (first === '') first = letter;
    else if (second === '') second = letter;
    else return true;
  }
  return false;
}

function isNoLetter(letter: string): boolean {
  return letter > '\u007f' && (letter === '\ufe0f' || BLOCKS.has(letter) || letter.trim() === '');
}

const SPACES = /[\u00a0\u2000-\u200a\u3000]/gu;

function isDrawing(letters: ReadonlySet<string>): boolean {
  if (letters.size <= 2) return true;
  for (const letter of letters) if (!BLOCKS.has(letter)) return false;
  return true;
}

/** Quarters of a block that are full: upper left, upper right, lower left, lower right. */
const BLOCKS: ReadonlyMap<string, string> = new Map([
  [' ', '0000'],
  ['█', '1111'],
  ['▀', '1100'],
  ['▄', '0011'],
  ['▌', '1010'],
  ['▐', '0101'],
  ['▘', '1000'],
  ['▝', '0100'],
  ['▖', '0010'],
  ['▗', '0001'],
  ['▚', '1001'],
  ['▞', '0110'],
  ['▙', '1011'],
  ['▛', '1110'],
  ['▜', '1101'],
  ['▟', '0111'],
]);

function gridOfRun(run: readonly string[], letters: ReadonlySet<string>): Grid | null {
  const rows = run.map((line) => [...line]);
  const isBlocks = [...letters].every((letter) => BLOCKS.has(letter));
  const halves = isBlocks && (letters.has('▀') || letters.has('▄'));
  const quarters = isBlocks && [...'▌▐▘▝▖▗▚▞▙▛▜▟'].some((letter) => letters.has(letter));
  const [ink = ''] = [...letters].filter((letter) => letter.trim() !== '').sort();
  const bitsOf = (letter: string): string => BLOCKS.get(letter) ?? (letter === ink ? '1111' : '0000');
  const isAt = (letter: string, corner: number) => bitsOf(letter)[corner] === '1';
  // Letters are about twice as high as wide: a module is one half of a letter, two letters beside each other, or a square one.
  if (quarters)
    return gridOf(
      rows.flatMap((row) => [
        row.flatMap((letter) => [isAt(letter, 0), isAt(letter, 1)]),
        row.flatMap((letter) => [isAt(letter, 2), isAt(letter, 3)]),
      ]),
    );
  if (halves)
    return gridOf(rows.flatMap((row) => [row.map((one) => isAt(one, 0)), row.map((one) => isAt(one, 2))]));
  const inked = rows.map((row) => row.map((letter) => isAt(letter, 0)));
  const isDouble = widthOf(inked) >= SQUARE * inked.length;
  return gridOf(isDouble ? inked.flatMap((row) => [row, row]) : inked);
}

/** So much wider than high, and each module is two letters. */
const SQUARE = 1.6;

/** From the first dark place of any row to the last, indentation not counted. */
function widthOf(rows: readonly (readonly boolean[])[]): number {
  let [first, last] = [MOST * 2, 0];
  for (const row of rows) {
    const from = row.indexOf(true);
    if (from < 0) continue;
    first = Math.min(first, from);
    last = Math.max(last, row.lastIndexOf(true) + 1);
  }
  return Math.max(0, last - first);
}
