import { useMemo } from 'preact/hooks';
import { wordsOf } from './words-of.ts';

/** Longer texts are shown without marks: to cut them into pieces would cost more than the marks help. */
const MOST_MARKED = 300_000;

/** Text with the words of a query marked, and quoted lines dimmed as mail programs do. */
export function Highlighted({ text, q }: { readonly text: string; readonly q: string }) {
  const pieces = useMemo(() => piecesOf(text, q), [text, q]);
  return (
    <div class="mail-text">
      {pieces.map(({ kind, text: piece }, index) => {
        if (kind === 'hit') return <mark key={index}>{piece}</mark>;
        return kind === 'quote' ? (
          <span key={index} class="quote">
            {piece}
          </span>
        ) : (
          piece
        );
      })}
    </div>
  );
}

interface Piece {
  readonly kind: 'plain' | 'hit' | 'quote';
  readonly text: string;
}

function piecesOf(text: string, q: string): readonly Piece[] {
  if (text.length > MOST_MARKED) return [{ kind: 'plain', text }];
  const words = wordsOf(q);
  const pieces: Piece[] = [];
  for (const line of text.split(/(?<=\n)/u)) {
    const kind = line.startsWith('>') ? 'quote' : 'plain';
    if (words.length === 0) add(pieces, kind, line);
    else
      for (const token of line.split(/([\p{L}\p{N}]+)/u))
        add(pieces, isHit(token, words) ? 'hit' : kind, token);
  }
  return pieces;
}

function add(pieces: Piece[], kind: Piece['kind'], text: string): void {
  const last = pieces.at(-1);
  if (last?.kind === kind && kind !== 'hit') pieces[pieces.length - 1] = { kind, text: last.text + text };
  else if (text !== '') pieces.push({ kind, text });
}

function isHit(token: string, words: ReturnType<typeof wordsOf>): boolean {
  if (token === '' || !/^[\p{L}\p{N}]/u.test(token)) return false;
  const folded = fold(token);
  return words.some(({ word, beginning }) => (beginning ? folded.startsWith(word) : folded === word));
}

/** Case and accents do not matter to the search, so they do not to the marks. */
function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
