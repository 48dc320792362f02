/** Attack: a page of thousands of style elements, each parsed. */
const MOST_SHEETS = 50;

/** The contents of the `style` elements of a text that is not to be trusted. */
export function styleSheetsIn(html: string): string[] {
  const sheets: string[] = [];
  // Only ASCII: a capital I with a dot has two small letters, and every place after it would be another.
  const lower = html.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  for (let at = lower.indexOf('<style'); at >= 0 && sheets.length < MOST_SHEETS; ) {
    const start = lower.indexOf('>', at);
    const end = start < 0 ? -1 : lower.indexOf('</style', start);
    if (end < 0) break;
    sheets.push(html.slice(start + 1, end).replace(/<!--|-->/g, ' '));
    at = lower.indexOf('<style', end);
  }
  return sheets;
}

const DANGEROUS = [
  'script',
  'iframe',
  'object',
  'embed',
  'form',
  'input',
  'link',
  'meta',
  'base',
  'svg',
  'video',
  'audio',
];

/** How many elements that could act there were, for the notice above the message. */
export function dangerousIn(html: string): readonly { readonly what: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const [, name = ''] of html.matchAll(/<([a-z]{2,10})[\s/>]/gi)) {
    const tag = name.toLowerCase();
    if (DANGEROUS.includes(tag)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  for (const [, name = ''] of html.matchAll(/\s(on[a-z]{3,20})\s{0,9}=/gi))
    counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  return [...counts].map(([what, count]) => ({ what, count }));
}
