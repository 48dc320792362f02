import { isUtf8 } from 'node:buffer';
import { decodeHTML } from 'entities';
import type { Step } from './readable.ts';

/**
 * What a piece of text that begins at `at` stands for where people write an address so that machines do not find it (`(at)`,
 * ` dot `, blanks around its signs), or machines so that it fits into something else. Null where nothing is disguised.
 */
export function disguise(source: string, at: number): Step | null {
  // Nearly every sign begins none.
  if (!BEGINNINGS.includes(source[at] ?? '')) return null;
  for (const [pattern, text] of DISGUISES) {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0];
    if (found === undefined) continue;
    return { text: typeof text === 'string' ? text : text(found), taken: found.length };
  }
  return null;
}

/** Whether it is worth the while to read a text undisguised. */
export function isDisguised(text: string): boolean {
  return ANY_DISGUISE.test(text);
}

const ANY_DISGUISE =
  /%[2-9a-f][0-9a-f]|=[89a-f][0-9a-f]|\\[u/]|&[#a-z]|\d\/\d\d\/\d\d\/\d|\d_\d|[/?&=#]\S{1,300}@| (?:at|arr?obase|@) [a-z0-9-]{1,63}(?:\.| \. ?| dot | point )[a-z0-9]|[a-z0-9]@ [a-z0-9-]{1,63}(?:\.| \. ?)[a-z0-9]|[a-z0-9] \. [a-z0-9._-]{1,64}@|@[a-z0-9.-]{1,64} \. ?[a-z]|[[({<] ?(?:at|arobase|arrobase|@|dot|point|\.) ?[\])}>]/iu;

const BEGINNINGS = '% [({</?&=#_\\@';

const LABEL = '[a-z0-9-]{1,63}';
/** Of a local part. */
const WORD = '[a-z0-9_+-]{1,63}';
const TOP_LEVEL =
  '(?:com|org|net|info|biz|eu|fr|be|ch|lu|de|uk|it|es|pt|nl|ca|us|ru|ua|pl|io|co|me|gouv|gov|edu|example)(?![\\p{L}\\p{N}])';
const AT_IN_WORDS = '(?:at|arobase|arrobase)';
const DOT_IN_WORDS = '(?:dot|point)';
/** A full stop with a blank before it is part of an address; one with a blank behind it alone ends a sentence. */
const DOT_APART = '(?:\\.| \\. ?)';

const DISGUISES: readonly (readonly [RegExp, string | ((found: string) => string)])[] = [
  [/%[2-7][0-9a-f]/iuy, hexBytes],
  // Letters with accents: in addresses of the web, in quoted-printable, in JSON, in HTML.
  [/(?:%[89a-f][0-9a-f]){1,4}/iuy, hexBytes],
  [/(?:=[89A-F][0-9A-F]){1,4}/uy, hexBytes],
  [/\\u[0-9a-f]{4}/iuy, (found) => String.fromCharCode(Number.parseInt(found.slice(2), 16))],
  [/\\\//uy, '/'],
  [/&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});/iuy, (found) => decodeHTML(found)],
  // Parts of an address of the web, of which a local part might be taken for the end.
  [/[/?&=#]/uy, ' '],
  [/ ?[[({<] ?(?:at|arobase|arrobase|@) ?[\])}>] ?/iuy, '@'],
  [/ ?[[({<] ?(?:dot|point|\.) ?[\])}>] ?/iuy, '.'],
  // In words without brackets only where the rest of an address follows: "look at the example" has none.
  [
    pattern(` ${AT_IN_WORDS} (?=${LABEL}(?: ${DOT_IN_WORDS} ${LABEL}){0,3} ${DOT_IN_WORDS} ${TOP_LEVEL})`),
    '@',
  ],
  [pattern(` arr?obase (?=${LABEL}\\.[a-z]{2})`), '@'],
  [
    pattern(
      `(?:(?<=[\\p{L}\\p{N}]) @ |(?<=[\\p{L}\\p{N}])@ )(?=${LABEL}(?:${DOT_APART}${LABEL}){0,3}${DOT_APART}[a-z]{2})`,
    ),
    '@',
  ],
  // Before the sign, as it is written behind it.
  [
    pattern(`(?<=[a-z0-9]) \\. (?=${WORD}(?:${DOT_APART}${WORD}){0,3} ?@ ?${LABEL}${DOT_APART}[a-z0-9])`),
    '.',
  ],
  [
    pattern(
      `(?<=[a-z0-9]) ${DOT_IN_WORDS} (?=${WORD}(?: ${DOT_IN_WORDS} ${WORD}){0,3} ${AT_IN_WORDS} ${LABEL}(?: ${DOT_IN_WORDS} |\\.)[a-z0-9])`,
    ),
    '.',
  ],
  [
    pattern(`(?<= ${AT_IN_WORDS} (?:${LABEL} ${DOT_IN_WORDS} ){0,3}${LABEL}) ${DOT_IN_WORDS} (?=[a-z0-9])`),
    '.',
  ],
  // Small letters alone: a sentence may begin behind an address and a full stop.
  [/(?<=@ ?[A-Za-z0-9-]{1,63}(?:(?:\.| \. ?)[A-Za-z0-9-]{1,63}){0,3}) \. ?(?=[a-z0-9])/uy, '.'],
  [/(?<=\d\d)_(?=\d\d(?!\d))/uy, ' '],
];

function pattern(source: string): RegExp {
  return new RegExp(source, 'iuy');
}

/** `%C3%A9`, `=C3=A9`: UTF-8, or else one letter a byte. */
function hexBytes(found: string): string {
  const bytes = Buffer.from(found.replace(/[%=]/gu, ''), 'hex');
  return bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1');
}
