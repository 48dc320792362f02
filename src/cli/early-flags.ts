import type { Language } from '../model/text.ts';
import type { Environment } from './host.ts';
import { languageOf } from './language.ts';

/** What must be known before the line is parsed: an error in it is itself told in a language. */
export interface EarlyFlags {
  readonly lang: Language;
  readonly json: boolean;
  readonly noColor: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

/** What is needed before the flags are parsed: how a mistake among them is told, and whether they are wanted at all. */
export function readEarlyFlags(words: readonly string[], env: Environment): EarlyFlags {
  const end = words.indexOf('--');
  const before = end < 0 ? words : words.slice(0, end);
  const at = before.indexOf('--lang');
  const lang = at >= 0 ? before[at + 1] : before.find((word) => word.startsWith('--lang='))?.slice(7);
  return {
    lang: lang === 'en' || lang === 'fr' ? lang : languageOf(env),
    json: before.includes('--json'),
    noColor: before.includes('--no-color'),
    help: before.includes('--help') || before.includes('-h'),
    version: before.includes('--version'),
  };
}

/** How many words before the command are flags of every command. */
export function leadingFlags(words: readonly string[]): number {
  let count = 0;
  for (;;) {
    const word = words[count] ?? '';
    if (word === '--lang' && words.length > count + 1) count += 2;
    else if (/^(?:--json|--no-color|--help|-h|--version|--lang=.*)$/u.test(word)) count += 1;
    else return count;
  }
}
