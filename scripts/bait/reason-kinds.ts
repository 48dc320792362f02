/** Families of reasons, each left out in turn. */
export const KINDS_OF_REASON = [
  'words',
  'links',
  'make-up of the page (anything that needs HTML)',
  'sender',
  'brand names',
  'subject style',
] as const;

export type ReasonKind = (typeof KINDS_OF_REASON)[number];

const WORDS =
  'urgency credentials account-trouble payment amount prize inheritance crypto call-to-act impersonal lure secrecy parcel';
const PAGE =
  'links-one-stranger links-elsewhere link-text-differs picture-only little-text hidden-text form password-form link-script';

const CODES: Readonly<Record<ReasonKind, ReadonlySet<string>>> = {
  words: codes(WORDS),
  links: codes(
    'link-text-differs link-lookalike link-brand link-ip link-userinfo link-port link-punycode link-redirect link-shortener link-open-host link-suffix link-coded link-script links-one-stranger links-elsewhere qr-link qr-drawn pdf-link',
  ),
  'make-up of the page (anything that needs HTML)': codes(PAGE),
  sender: codes(
    'brand-name address-in-name office-free-mail titled-name reply-free-mail reply-elsewhere sender-domain sender-random sender-suffix disguised-letters name-address-differ bulk-mailer',
  ),
  'brand names': codes('brand-name link-brand'),
  'subject style': codes('loud-subject capitals numbered-subject false-answer'),
};

/** Whether a reason is one of content, links or sender. */
export function isOfKind(code: string, kind: ReasonKind): boolean {
  return CODES[kind].has(code);
}

function codes(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map((word) => `bait-${word}`));
}
