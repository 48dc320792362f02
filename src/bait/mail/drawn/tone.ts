/** What a reader's telephone makes of a colour; null for none, for a transparent one and for what is no colour. */
export type Tone = 'dark' | 'light' | null;

/** The tone of a colour of HTML or CSS: a name, `#rgb`, `#rrggbb`, the same without `#`, `rgb()`. */
export function toneOf(colour: string): Tone {
  const text = colour.trim().toLowerCase().slice(0, 60);
  const named = NAMED.get(text);
  if (named !== undefined) return named;
  const [, hex] = /^#?([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/u.exec(text) ?? [];
  if (hex !== undefined) {
    const size = hex.length < 6 ? 1 : 2;
    const parts = [0, 1, 2, 3].map((at) => hex.slice(at * size, (at + 1) * size));
    const [red = 0, green = 0, blue = 0, alpha = 255] = parts
      .filter((part) => part !== '')
      .map((part) => Number.parseInt(size === 1 ? part + part : part, 16));
    return alpha < SEEN * 255 ? null : toneOfLight(red, green, blue);
  }
  const [, red, green, blue, alpha = '1'] = RGB.exec(text) ?? [];
  if (red === undefined || Number(alpha) < SEEN) return null;
  return toneOfLight(Number(red), Number(green), Number(blue));
}

/** What a `style` says of the ground and of the letters. */
export function tonesOfStyle(style: string): { readonly ground: Tone; readonly letters: Tone } {
  return { ground: toneIn(GROUND.exec(style)?.[1]), letters: toneIn(LETTERS.exec(style)?.[1]) };
}

function toneIn(value: string | undefined): Tone {
  if (value === undefined) return null;
  // `background: #000 none` has the colour among other words.
  const words = value.match(/rgba?\([^)]{0,40}\)|[^\s,()]{1,40}/giu) ?? [];
  for (const word of words.slice(0, 8)) {
    const tone = toneOf(word);
    if (tone !== null) return tone;
  }
  return null;
}

const GROUND = /(?:^|[;{\s])background(?:-color)?\s{0,5}:([^;}]{1,120})/iu;
const LETTERS = /(?:^|[;{\s])color\s{0,5}:([^;}]{1,120})/iu;
const RGB =
  /^rgba?\(\s{0,3}(\d{1,3})[\s,]{1,3}(\d{1,3})[\s,]{1,3}(\d{1,3})\s{0,3}(?:[,/]\s{0,3}([\d.]{1,6})\s{0,3})?\)$/u;
/** Fainter than this over another colour is that other colour. */
const SEEN = 0.5;

/** Rec. 601 luma, as pictures are made grey. */
function toneOfLight(red: number, green: number, blue: number): Tone {
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? 'dark' : 'light';
}

const NAMED: ReadonlyMap<string, Tone> = new Map([
  ...'black navy darkblue mediumblue blue midnightblue darkgreen green darkred maroon purple indigo dimgray dimgrey darkslategray darkslategrey brown red gray grey teal'
    .split(' ')
    .map((name) => [name, 'dark'] as const),
  ...'white whitesmoke snow ivory yellow lightgray lightgrey silver gainsboro beige aliceblue ghostwhite floralwhite lightyellow azure mintcream'
    .split(' ')
    .map((name) => [name, 'light'] as const),
]);
