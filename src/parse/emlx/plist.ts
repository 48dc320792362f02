/** Real lists have under 2 KB. Attack: a list that is the size of the heap. */
const LIST_BYTES = 64 * 1024;

/** Bit positions of the flags, as found by reading Apple Mail's files (jwz, "emlx.pl", 2005, and others since). */
const FLAGS: readonly (readonly [bit: number, name: string])[] = [
  [0, 'read'],
  [1, 'deleted'],
  [2, 'answered'],
  [3, 'encrypted'],
  [4, 'flagged'],
  [5, 'recent'],
  [6, 'draft'],
  [7, 'initial'],
  [8, 'forwarded'],
  [9, 'redirected'],
  [23, 'signed'],
  [24, 'junk'],
  [25, 'not-junk'],
];

/** Keys whose numbers are seconds since 1970. */
const TIMES = new Set(['date-received', 'date-last-viewed', 'date-sent']);

/**
 * The property list as facts: every top-level string, number and date under its own key, times in ISO 8601
 * UTC, `flags` as words (the raw number under `flags-raw`, the number of attachments under `attachment-count`).
 */
export function emlxFacts(list: Buffer): Record<string, string> {
  const text = list.toString('utf8', 0, Math.min(list.length, LIST_BYTES));
  const pair = /<key>([^<]{1,100})<\/key>\s{0,200}<(integer|string|real|date)>([^<]{0,2000})<\/\2>/g;
  const facts: Record<string, string> = {};
  for (const [, key, , value] of text.matchAll(pair)) {
    if (key === undefined || value === undefined || Object.hasOwn(facts, key) || key === '__proto__')
      continue;
    if (key === 'flags' && /^\d{1,18}$/.test(value)) Object.assign(facts, flagFacts(BigInt(value)));
    else facts[key] = TIMES.has(key) ? timeOf(value) : value;
  }
  return facts;
}

function flagFacts(flags: bigint): Record<string, string> {
  const set = FLAGS.filter(([bit]) => ((flags >> BigInt(bit)) & 1n) === 1n).map(([, name]) => name);
  const attachments = (flags >> 10n) & 0x3fn;
  return {
    flags: set.join(' '),
    'flags-raw': String(flags),
    // 63 stands for "not known" or more.
    ...(attachments === 63n ? {} : { 'attachment-count': String(attachments) }),
  };
}

function timeOf(seconds: string): string {
  const date = new Date(Number(seconds) * 1000);
  return Number.isNaN(date.getTime()) ? seconds : date.toISOString();
}
