/**
 * The shape of a name: what is left when letters that look alike are written as one. After UTS 39 (Unicode
 * Security Mechanisms, section 4) for the letters that occur in domain names, and for ASCII, which UTS 39
 * leaves alone although `rn` for `m` and `0` for `o` are what phishing uses most.
 */
export function skeletonOf(name: string): string {
  return latinOf(name)
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd')
    .replace(/[1il|]/g, 'l')
    .replaceAll('0', 'o')
    .replaceAll('5', 's')
    .replaceAll('-', '');
}

/** Small letters of other scripts as the Latin ones they look like, marks taken away. */
export function latinOf(name: string): string {
  if (ASCII_ONLY.test(name)) return name;
  const plain = [...name.normalize('NFKD')].map((letter) => SHAPES.get(letter) ?? letter).join('');
  return plain.replace(MARKS, '');
}

const ASCII_ONLY = /^[ -~]*$/u;
const MARKS = /\p{M}/gu;

// Cyrillic, Greek and a few others that are drawn as a Latin letter in common fonts.
export const ALIKE: Readonly<Record<string, string>> = {
  a: 'аɑα',
  b: 'ЬƄ',
  c: 'сϲ',
  d: 'ԁɗ',
  e: 'еҽє',
  g: 'ɡց',
  h: 'һ',
  i: 'іıι',
  j: 'ј',
  k: 'κк',
  l: 'ӏǀ',
  m: 'м',
  n: 'ոп',
  o: 'оοօσ',
  p: 'рρ',
  q: 'ԛ',
  r: 'гꮁ',
  s: 'ѕ',
  t: 'тτ',
  u: 'υսц',
  v: 'νѵ',
  w: 'ԝѡ',
  x: 'хχ',
  y: 'уγү',
  z: 'ᴢ',
};

const SHAPES: ReadonlyMap<string, string> = new Map(
  Object.entries(ALIKE).flatMap(([latin, others]) => [...others].map((other) => [other, latin] as const)),
);
