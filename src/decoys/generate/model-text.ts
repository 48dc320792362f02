/** What a language model answered, as the body of a mail, or why it is none. */
export type ModelText =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'unusable'; readonly why: 'empty' | 'refused' | 'junk' };

/** A mail of a decoy is no longer; a model that does not stop writes one. */
const LONGEST = 6000;
/** Fewer letters among the characters than this: tables, code, one sign over and over. */
const LEAST_LETTERS = 0.6;
const REFUSAL =
  /^(?:i['’]?m (?:very )?sorry|sorry,|i (?:can(?:no|['’])t|am (?:not able|unable)|won['’]t)|as an? (?:ai|language model|assistant)|je (?:suis )?(?:désolée?|navrée?)|désolée?,|je ne (?:peux|puis)|en tant qu[e’'])/i;
const LEAD = /^(?:(?:here(?:['’]s| is)|voici|sure|certainly|of course|bien sûr)\b[^\n]{0,120}:?\s*\n+)/i;

/**
 * Takes off what models put around an answer (thoughts, fences, "Here is the mail:", a subject line, quotation marks) and
 * refuses what is no text of a mail: nothing at all, a refusal, signs without words.
 */
export function modelText(answer: string): ModelText {
  let text = answer
    .replaceAll('\r\n', '\n')
    .replace(/<think>[\s\S]*?(?:<\/think>|$)/gi, '')
    .replace(/^\s*```[a-z]*\n([\s\S]*?)\n?```\s*$/i, '$1')
    .trim()
    .replace(LEAD, '')
    .replace(/^(?:subject|objet|sujet)\s*:[^\n]*\n+/i, '')
    .trim();
  text = /^["“«]([\s\S]*)["”»]$/.exec(text)?.[1]?.trim() ?? text;
  if (text === '') return { type: 'unusable', why: 'empty' };
  if (REFUSAL.test(text)) return { type: 'unusable', why: 'refused' };
  if (text.length > LONGEST)
    text = text
      .slice(0, LONGEST)
      .replace(/[^.!?]*$/, '')
      .trim();
  const letters = (text.match(/[\p{L} \n]/gu) ?? []).length;
  const isText = letters >= LEAST_LETTERS * text.length && !CONTROL.test(text) && !repeats(text);
  return isText ? { type: 'text', text } : { type: 'unusable', why: 'junk' };
}

const CONTROL = /[\p{Cc}\uFFFD](?<![\n\t])/u;

/** A small model that has lost the thread says one thing over and over. */
function repeats(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length >= 20 && new Set(words).size < words.length / 8;
}
