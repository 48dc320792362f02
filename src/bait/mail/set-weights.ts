import type { MailReasonCode } from '../../judge/reasons/bait.ts';

/**
 * Weights set by judgement, in log-odds: for reasons of which the development half of the collection has no or few
 * examples (it holds no mail aimed at an organisation), but which the field counts among the strongest, and so to be
 * named one by one. A fitted weight takes their place only where it is larger.
 */
export const SET_WEIGHTS: Readonly<Partial<Record<MailReasonCode, number>>> = {
  // A name made to be taken for the owner's is the case this is for: with level 2 it decides nearly by itself.
  'bait-lookalike-sender': 2.5,
  'bait-link-lookalike': 2.5,
  'bait-our-name': 1.5,
  'bait-auth-failed': 1.5,
  'bait-password-form': 2.2,
  'bait-form': 1,
  // A page with a script in it (level 2) decides by itself: it makes a file or a form only once it is open.
  'bait-attached-page': 1.1,
  'bait-attached-program': 1,
  'bait-double-ending': 2,
  'bait-qr-link': 2,
  // Nobody draws a code out of table cells or letters but to get it past what looks at pictures.
  'bait-qr-drawn': 2.5,
  'bait-link-userinfo': 2,
  'bait-link-script': 2,
  'bait-link-text-differs': 1,
  'bait-link-ip': 1,
  'bait-link-punycode': 1,
  'bait-link-brand': 1.5,
  'bait-link-redirect': 0.5,
  'bait-link-packed': 0.8,
  // Technicians write of pages they put there, and the development half is theirs: fitting sees no bait in it.
  'bait-link-open-host': 0.8,
  'bait-call-number': 1.5,
  'bait-link-port': 0.5,
  'bait-address-in-name': 1.5,
  'bait-disguised-letters': 1,
  'bait-disguised-text': 1,
  'bait-hidden-text': 0.3,
  'bait-pdf-link': 0.3,
  'bait-secrecy': 0.3,
  'bait-sender-random': 0.3,
  'bait-office-free-mail': 1,
  'bait-parcel': 0.3,
};

/**
 * Reasons that speak against bait; set by judgement, as no collection of single mails could show it, and the fit knows no
 * weight below nought. Bait from a mailbox that was taken over needs reasons enough to outweigh the first. The second is of
 * links that can lead nowhere else: what real accounts, parcels and tax offices write has the words of phishing.
 */
export const AGAINST: Readonly<Partial<Record<MailReasonCode, number>>> = {
  'bait-known-sender': -2,
  'bait-links-home': -3,
};

/**
 * The most a reason may weigh. Offices speak of invoices, passwords and links every day, and the development half holds
 * no office mail that could have shown it: what fitting made of these words there would be too much elsewhere.
 */
export const MOST_WEIGHTS: Readonly<Partial<Record<MailReasonCode, number>>> = {
  'bait-payment': 0.7,
  'bait-amount': 0.4,
  'bait-credentials': 1.2,
  'bait-account-trouble': 1.2,
  'bait-call-to-act': 1.2,
  'bait-impersonal': 1.2,
  'bait-urgency': 1,
  'bait-parcel': 0.6,
  'bait-little-text': 1,
  'bait-links-one-stranger': 1.2,
  'bait-links-elsewhere': 0.6,
  'bait-link-coded': 0.6,
  'bait-numbered-subject': 0.6,
  'bait-loud-subject': 1.2,
  'bait-capitals': 0.4,
};
