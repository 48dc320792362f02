import { bareSubject } from './bare-subject.ts';
import type { Block } from './blocks.ts';
import { cutBlocks } from './blocks.ts';
import { bodyOf, type Mail } from './mail.ts';
import type { MailShape } from './mailbox-model.ts';
import type { Sayable } from './sayable.ts';
import type { WordsBlock, WordsMail } from './words.ts';

/** What decides which words of a message may be kept. */
export interface KeepContext {
  readonly say: Sayable;
  readonly isCommon: (line: string) => boolean;
  /** The pattern of "On … wrote:", or null where too few people's programs write it. */
  readonly attribution: (text: string) => string | null;
}

/** One message's words. `parent` is the message answered, where the thread has it. */
export function keepWords(
  mail: Mail,
  shape: Pick<MailShape, 'parent' | 'author'>,
  parent: Mail | null,
  { say, isCommon, attribution }: KeepContext,
): WordsMail {
  const answered = (parent === null ? '' : bodyOf(parent)).split('\n');
  const { prefix, rest } = bareSubject(mail.subject);
  const text = bodyOf(mail);
  const body = cutBlocks(text, isCommon).map(({ block, text: lines }): WordsBlock => {
    const from = 'quote' in block && block.quote !== '' ? foundAt(answered, block.quote, lines) : -1;
    if (block.kind === 'attribution') {
      const pattern = attribution(block.text);
      return { block: { ...block, text: pattern ?? '' }, words: pattern, from };
    }
    if (block.kind === 'common') return { block, words: block.text, from };
    return { block, words: wordsOf(block, lines, from, say), from };
  });
  return {
    parent: shape.parent,
    author: shape.author,
    prefix,
    subject: say(rest, 'lines'),
    body,
    characters: text.length,
    ends: /\n*$/.exec(text)?.[0].length ?? 0,
  };
}

function wordsOf(block: Block, text: string, from: number, say: Sayable): string | null {
  if (block.kind === 'blank') return text;
  // What the answered message says is quoted from the decoy that is answered.
  if (from >= 0) return null;
  return say(text, block.kind === 'prose' ? 'prose' : 'lines');
}

/** The line of the answered text at which a quotation begins. */
function foundAt(answered: readonly string[], quote: string, text: string): number {
  const inner = quote.replace(/^>[ ]?/, '');
  const first = text
    .split('\n')
    .find((line) => line.trim().length > 3)
    ?.trim();
  if (first === undefined) return -1;
  return answered.findIndex(
    (line) => line.startsWith(inner.trimEnd()) && line.slice(inner.length).trim() === first,
  );
}
