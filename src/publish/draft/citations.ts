import type { Citation } from './draft.ts';

/** `[tamis:ID]`, with a label and its method behind the id if one likes; or the bare `tamis:ID`. */
const CITATION = /(?<![\p{L}\p{N}])tamis:([a-z2-7]{4,26})(?![\p{L}\p{N}])/giu;

/** A remark longer than this is no remark but a bracket that was never closed. */
const LONGEST_REMARK = 200;

/** Citations written in a text, in order of place. */
export function citationsIn(text: string): Citation[] {
  return [...text.matchAll(CITATION)].map((match) => {
    const [found, written = ''] = match;
    const ref = written.toLowerCase();
    const bracketed = text[match.index - 1] === '[';
    const behind = match.index + found.length;
    const close = bracketed ? text.slice(behind, behind + LONGEST_REMARK).search(/[\]\n]/u) : -1;
    const closed = close >= 0 && text[behind + close] === ']';
    return {
      ref,
      at: bracketed ? match.index - 1 : match.index,
      end: closed ? behind + close + 1 : behind,
      remark: closed ? text.slice(behind, behind + close).replace(/^[\s|,;:–—-]+/u, '') : '',
    };
  });
}

/** The item a link to the workbench shows (`…#/reader?item=ID`), or that of a `tamis:ID` link; null for others. */
export function refOfLink(target: string): string | null {
  const own = /^tamis:([a-z2-7]{4,26})$/u.exec(target.trim());
  if (own !== null) return own[1] ?? null;
  const hash = /#\/(?:reader|traces|review)\?(.{1,2000})$/u.exec(target)?.[1];
  if (hash === undefined) return null;
  const params = new URLSearchParams(hash);
  const id = params.get('item') ?? params.get('id') ?? '';
  return /^[a-z2-7]{4,26}$/u.test(id) ? id : null;
}
