import { isUtf8 } from 'node:buffer';

/** Runs of base64, over line ends too: shorter than an address they hold none. */
const RUN = /[A-Za-z0-9+/]{12,}={0,2}(?:\r?\n[ \t]{0,8}[A-Za-z0-9+/]{2,}={0,2}){0,100000}/gu;

/** Attack: megabytes of base64 in a text, each decoded to be searched. */
const LONGEST_RUN = 4_000_000;

export interface DecodedRun {
  readonly at: number;
  readonly end: number;
  readonly text: string;
}

/** What stands in base64 within a text: parts of mail quoted whole, parameters of addresses. */
export function* decodedRuns(text: string): Generator<DecodedRun> {
  for (const match of text.matchAll(RUN)) {
    const [run] = match;
    if (run.length > LONGEST_RUN) continue;
    // Padding ends a value, and another may follow on the next line.
    const values = run.replace(/\s/gu, '').split(/=+/u);
    const decoded = values.map(decode).join('\n');
    yield { at: match.index, end: match.index + run.length, text: decoded };
  }
}

/** As UTF-8 where it is that: names have accents. */
function decode(value: string): string {
  const bytes = Buffer.from(value, 'base64');
  return bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1');
}
