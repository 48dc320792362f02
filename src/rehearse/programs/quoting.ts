/** The line or block a mail program puts before what it quotes. */
import type { Draft, Language } from '../story/terms.ts';
import { parisOffset, two } from '../wire/dates.ts';

type QuoteStyle = (lines: readonly string[], of: Draft, lang: Language) => string;

const FRENCH_MONTHS = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
];
const ENGLISH_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function when(
  ms: number,
  lang: Language,
): { readonly day: string; readonly time: string; readonly short: string } {
  const date = new Date(ms + parisOffset(ms) * 3_600_000);
  const month = (lang === 'fr' ? FRENCH_MONTHS : ENGLISH_MONTHS)[date.getUTCMonth()];
  return {
    day: `${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`,
    time: `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`,
    short: `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`,
  };
}

function marked(lines: readonly string[]): string {
  return lines.map((line) => (line.startsWith('>') || line === '' ? `>${line}` : `> ${line}`)).join('\n');
}

/** A line that says who wrote when, and marks. */
export const attribution: QuoteStyle = (lines, of, lang) => {
  const { day, time } = when(of.at, lang);
  const { name, address } = of.from;
  const said =
    lang === 'fr'
      ? `Le ${day} à ${time}, ${name} <${address}> a écrit :`
      : `On ${day} at ${time}, ${name} <${address}> wrote:`;
  return `${said}\n\n${marked(lines)}`;
};

/** The same in short, as Thunderbird has it. */
export const shortAttribution: QuoteStyle = (lines, of, lang) => {
  const { short, time } = when(of.at, lang);
  const said =
    lang === 'fr'
      ? `Le ${short} à ${time}, ${of.from.name} a écrit :`
      : `On ${short} ${time}, ${of.from.name} wrote:`;
  return `${said}\n${marked(lines)}`;
};

/** Apple Mail marks that line as well. */
export const appleAttribution: QuoteStyle = (lines, of, lang) => {
  const { day, time } = when(of.at, lang);
  const { name, address } = of.from;
  const said =
    lang === 'fr'
      ? `Le ${day} à ${time}, ${name} <${address}> a écrit :`
      : `On ${day}, at ${time}, ${name} <${address}> wrote:`;
  return marked([said, '', ...lines]);
};

/** Outlook quotes by a block of fields and no marks. */
export const outlookBlock: QuoteStyle = (lines, of, lang) => {
  const { day, time } = when(of.at, lang);
  const to = of.to.map(({ name }) => name).join('; ');
  const block =
    lang === 'fr'
      ? `-----Message d'origine-----\nDe : ${of.from.name} [mailto:${of.from.address}]\nEnvoyé : ${day} ${time}\nÀ : ${to}\nObjet : ${of.subject}`
      : `-----Original Message-----\nFrom: ${of.from.name} [mailto:${of.from.address}]\nSent: ${day} ${time}\nTo: ${to}\nSubject: ${of.subject}`;
  return `${block}\n\n${lines.join('\n')}`;
};

/** A rule of underscores, a block of fields, and no marks. */
export const exchangeBlock: QuoteStyle = (lines, of, lang) => {
  const { day, time } = when(of.at, lang);
  const to = of.to.map(({ name, address }) => `${name} <${address}>`).join('; ');
  const [from, sent, dest, subject] =
    lang === 'fr' ? ['De :', 'Envoyé :', 'À :', 'Objet :'] : ['From:', 'Sent:', 'To:', 'Subject:'];
  return `________________________________\n${from} ${of.from.name} <${of.from.address}>\n${sent} ${day} ${time}\n${dest} ${to}\n${subject} ${of.subject}\n\n${lines.join('\n')}`;
};
