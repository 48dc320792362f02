/** A text made easy to search, and the way back: `map[i]` is where unit `i` of it stands in the original. */
export interface Readable {
  readonly text: string;
  readonly map: Uint32Array;
}

/** Zero width, soft hyphens, marks of direction: they part a number in two for a program, and for nobody else. */
const WITHOUT_WIDTH = /^[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]$/u;

/**
 * Without what has no width, in compatibility form (full-width and mathematical digits become plain ones) and, with
 * `flow`, with each line end and the quotation marks of mail behind it as one blank: a number may be broken there.
 */
export function readable(source: string, flow = false): Readable {
  const map = new Uint32Array(source.length * MOST_EXPANDED + 1);
  const parts: string[] = [];
  let length = 0;
  const add = (text: string, at: number): void => {
    for (let index = 0; index < text.length; index += 1) map[length + index] = at;
    length += text.length;
    parts.push(text);
  };
  for (let at = 0; at < source.length; ) {
    const sign = String.fromCodePoint(source.codePointAt(at) ?? 0);
    const code = sign.charCodeAt(0);
    if (flow && (code === 0x0a || code === 0x0d)) {
      add(' ', at);
      at += 1;
      while (at < source.length && /[\r\n> \t]/u.test(source[at] ?? '')) at += 1;
      continue;
    }
    if (code < 0xad) add(sign, at);
    else if (!WITHOUT_WIDTH.test(sign)) add(compatible(sign), at);
    at += sign.length;
  }
  map[length] = source.length;
  return { text: parts.join(''), map };
}

/** Longer decompositions (some ligatures of Arabic have eighteen) are left as they are. */
const MOST_EXPANDED = 4;

function compatible(sign: string): string {
  const form = sign.normalize('NFKC');
  return form.length <= MOST_EXPANDED * sign.length ? form : sign;
}

/** The piece of the original that `[at, end)` of the readable text stands for. */
export function originalRange({ map }: Readable, at: number, end: number): { at: number; end: number } {
  const last = map[end - 1] ?? 0;
  // Whatever has no width behind the last sign stays; a sign of two units is taken whole.
  let next = end;
  while (map[next] === last) next += 1;
  return { at: map[at] ?? 0, end: Math.max(last + 1, Math.min(map[next] ?? last + 1, last + 2)) };
}
