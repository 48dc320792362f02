import { textBytes } from '../csv/text-bytes.ts';

/** What a file of posts turns out to be by its first bytes. */
export type FileKind = 'json' | 'csv' | 'parquet' | 'html' | 'a zip archive' | 'binary' | 'empty';

/** Tells from the first bytes (unpacked) how a file of posts is written. */
export async function fileKind(path: string): Promise<FileKind> {
  for await (const start of textBytes(path)) {
    const head = new TextDecoder().decode(start.subarray(0, 4096));
    const first = head.trimStart();
    if (first === '') continue;
    if (head.startsWith('PAR1')) return 'parquet';
    if (head.startsWith('PK\u0003\u0004')) return 'a zip archive';
    if (/^[[{]/u.test(first) || SCRIPT_START.test(first)) return 'json';
    if (/^<(!doctype|html|\?xml)/i.test(first)) return 'html';
    return isBinary(head) ? 'binary' : 'csv';
  }
  return 'empty';
}

/** The archives that X gives its users are scripts: `window.YTD.tweets.part0 = [`. */
export const SCRIPT_START = /^window\.[\w.]{1,80}\s{0,4}=\s{0,4}(?=[[{])/u;

/** Tables that went through broken exports hold a stray zero here and there; files of other kinds are full of them. */
function isBinary(head: string): boolean {
  const zeros = head.split('\0').length - 1;
  return zeros > head.length / 100;
}
