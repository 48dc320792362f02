import { contentLines } from '../mime/content-lines.ts';

/** Properties of a card that hold words (RFC 6350, 6, and what Apple, Microsoft and Evolution add); keys, pictures and
 * sounds are files. */
const WORDS =
  /^(?:FN|N|NICKNAME|ORG|TITLE|ROLE|EMAIL|TEL|ADR|LABEL|NOTE|URL|BDAY|ANNIVERSARY|IMPP|RELATED|MEMBER|CATEGORIES|X-SOCIALPROFILE|X-ABRELATEDNAMES|X-(?:ASSISTANT|MANAGER|SPOUSE|CHILDREN|ANNIVERSARY|SKYPE|JABBER|AIM|ICQ|MSN|YAHOO|GTALK|QQ|TWITTER|MAIDENNAME|PHONETIC-\w{1,20}|EVOLUTION-(?:ASSISTANT|MANAGER|SPOUSE|ANNIVERSARY)|MS-(?:ASSISTANT|MANAGER|SPOUSE|CHILD|ANNIVERSARY|IMADDRESS)))(?:-USERNAME)?$/;

/** The words of contacts (vCard 2.1 to 4.0), one property a line, an empty line between cards. */
export function contactText(source: string): string {
  const out: string[] = [];
  for (const { name, value } of contentLines(source)) {
    if (name === 'END' && /^VCARD/i.test(value)) out.push('');
    else if (WORDS.test(name)) out.push(unescaped(value));
  }
  return out.join('\n').trim();
}

/** Structured values are read as words: `Doe;John;;;` becomes `Doe John`. */
function unescaped(value: string): string {
  return value
    .replace(/\\[nN]/g, '\n')
    .replace(/(?<!\\);/g, ' ')
    .replace(/\\([,;:\\])/g, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
}
