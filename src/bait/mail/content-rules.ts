import { FREE_MAIL } from '../../examine/lookalike/free-mail.ts';
import type { MailReasonCode } from '../../judge/reasons/bait.ts';
import type { MailView } from './mail-view.ts';
import { withoutNotices } from './notices.ts';
import { disguisedWords, plainLetters } from './plain-letters.ts';
import { domainOf } from './sender-rules.ts';
import { example, type Signal } from './signal.ts';
import type { WordKind } from './word-lists.ts';
import { wordsFound } from './words-found.ts';

/** What the words and the make-up of a mail tell. */
export function* contentRules(view: MailView): Generator<Signal> {
  yield* words(view);
  yield* make(view);
  yield* subjectStyle(view);
  yield* callBack(view);
}

const CODES: Readonly<Record<WordKind, MailReasonCode>> = {
  urgency: 'bait-urgency',
  credentials: 'bait-credentials',
  'account-trouble': 'bait-account-trouble',
  payment: 'bait-payment',
  prize: 'bait-prize',
  inheritance: 'bait-inheritance',
  crypto: 'bait-crypto',
  'call-to-act': 'bait-call-to-act',
  impersonal: 'bait-impersonal',
  lure: 'bait-lure',
  secrecy: 'bait-secrecy',
  parcel: 'bait-parcel',
};

// What a bait wants it says at its beginning; in long texts every word occurs somewhere.
const READ_CHARS = 4000;
// Attack: a subject of megabytes.
const MOST_HEAD = 500;
const IN_PLENTY = 3;

function* words({ from, subject, text }: MailView): Generator<Signal> {
  const head = `${(from[0]?.name ?? '').slice(0, MOST_HEAD)}\n${subject.slice(0, MOST_HEAD)}`;
  const plain = withoutNotices(plainLetters(`${head}\n${text.slice(0, READ_CHARS)}`).replace(/\s+/gu, ' '));
  for (const [kind, found] of wordsFound(plain))
    yield {
      code: CODES[kind],
      level: found.length >= IN_PLENTY ? 2 : 1,
      detail: { words: found.slice(0, 6) },
    };
  const amounts = plain.match(AMOUNT);
  if (amounts !== null)
    yield { code: 'bait-amount', level: 1, detail: { words: example(amounts[0].trim()) } };
}

const AMOUNT =
  /(?:[$€£¥]\s?\d[\d.,]{0,15}|\b(?:usd|eur|gbp|btc|eth|r\$)\s?\d[\d.,]{0,15}|\b\d[\d.,]{0,15}\s?(?:[$€£]|usd\b|eur\b|euros?\b|btc\b|eth\b|usdc\b|usdt\b|dollars\b|millions?\b))/gu;

function* make({ html, text, links, mailer }: MailView): Generator<Signal> {
  const disguised = disguisedWords(text.slice(0, 20_000));
  if (disguised.length >= IN_PLENTY)
    yield {
      code: 'bait-disguised-text',
      level: 1,
      detail: { words: plainLetters(disguised[0] ?? '').slice(0, 60) },
    };
  if (BULK_MAILER.test(mailer))
    yield { code: 'bait-bulk-mailer', level: 1, detail: { program: example(mailer) } };
  if (html === null) {
    const own = text.replace(/\bhttps?:\/\/\S{1,2000}/giu, '').trim();
    if (links.length > 0 && own.length < FEW_IN_PLAIN)
      yield { code: 'bait-little-text', level: 1, detail: { characters: own.length } };
    return;
  }
  const { form, hidden, anchors, pictures, text: shown } = html;
  if (form !== null)
    yield {
      code: form.password ? 'bait-password-form' : 'bait-form',
      level: 1,
      detail: { link: example(form.action) },
    };
  if (hidden > MOST_PREVIEW)
    yield { code: 'bait-hidden-text', level: hidden > shown.length ? 2 : 1, detail: { characters: hidden } };
  if (pictures > 0 && shown.length < FEW_WORDS && anchors.some(({ picture }) => picture))
    yield { code: 'bait-picture-only', level: 1, detail: { characters: shown.length } };
  else if (shown.length < FEW_WORDS && links.length > 0 && anchors.length > 0)
    yield { code: 'bait-little-text', level: 1, detail: { characters: shown.length } };
}

// Newsletters hide the line that a list of mails previews.
const MOST_PREVIEW = 250;
const FEW_WORDS = 300;
const FEW_IN_PLAIN = 60;

// Programs to send to many from a taken-over site or a rented host.
const BULK_MAILER =
  /phpmailer|swiftmailer|leaf ?php|sendblaster|atomic mail|advanced mass|turbo-?mailer|mailking|massmail|\.php\b/iu;

/** Bait by telephone: a charge nobody made, no link that a filter could see, and a number to call. */
function* callBack({ from, subject, text, links, answers }: MailView): Generator<Signal> {
  if (answers || links.length > 0 || !FREE_MAIL.has(domainOf(from[0]?.address ?? ''))) return;
  const plain = plainLetters(`${subject.slice(0, MOST_HEAD)}\n${text.slice(0, READ_CHARS)}`);
  if (!CHARGED.test(plain) || !CALL.test(plain)) return;
  const number = TELEPHONE.exec(plain)?.[0];
  if (number !== undefined) yield { code: 'bait-call-number', level: 1, detail: { number: number.trim() } };
}

const CHARGED =
  /\b(?:invoice|order|charged?|debited|renew(?:ed|al)|subscription|refund|transaction|purchase|facture|commande|preleve(?:ment)?|debite|renouvel\w{1,8}|abonnement|remboursement|achat)\b/u;
const CALL =
  /\b(?:call|calling|dial|phone|helpdesk|help desk|toll.free|customer (?:care|support|service)|appelez|appeler|contactez|joindre|service client|numero)\b/u;
/** Eight to fifteen digits as people group them. */
const TELEPHONE = /(?:\+\d|\(?0?\d)(?:[ .()-]{0,2}\d){7,14}(?!\d)/u;

function* subjectStyle({ subject, from, answers }: MailView): Generator<Signal> {
  if (!answers && /^\s*(?:re|fwd?|aw|tr|rv|enc)\s*[:+]/iu.test(subject))
    yield { code: 'bait-false-answer', level: 1, detail: { subject: example(subject) } };
  // An answer's subject is the other's.
  if (
    !answers &&
    /\d{6,}|\b(?=[\w-]*\d)(?=[\w-]*[A-Z])[A-Z\d]{4,12}(?:-[A-Z\d]{2,12}){1,3}\b|#\s?\d{4,}/u.test(
      subject.slice(0, 300),
    )
  )
    yield { code: 'bait-numbered-subject', level: 1, detail: { subject: example(subject) } };
  const shown = `${from[0]?.name ?? ''} ${subject}`.slice(0, 600);
  if (/\p{Extended_Pictographic}/u.test(shown.replace(/[©®™‼⁉]/gu, '')) || /[!?]{2,}/u.test(shown))
    yield { code: 'bait-loud-subject', level: 1, detail: { subject: example(subject) } };
  const letters = subject.replace(/[^\p{L}]/gu, '');
  const capitals = letters.replace(/[^\p{Lu}]/gu, '').length;
  if (letters.length >= 8 && capitals > letters.length * 0.7)
    yield { code: 'bait-capitals', level: 1, detail: { subject: example(subject) } };
}
