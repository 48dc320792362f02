import type { MailReasonCode } from '../../judge/reasons/bait.ts';

const LINK = 'T1566.002';
const ATTACHMENT = 'T1566.001';
const FOR_INFORMATION = 'T1598.003';
const DOMAINS = 'T1583.001';

/** MITRE ATT&CK, Enterprise: spearphishing by link, by attachment, for information by link; domains acquired. */
const IDS: Readonly<Partial<Record<MailReasonCode, readonly string[]>>> = {
  'bait-lookalike-sender': [DOMAINS],
  'bait-link-lookalike': [DOMAINS, LINK],
  'bait-link-text-differs': [LINK],
  'bait-link-brand': [LINK],
  'bait-link-ip': [LINK],
  'bait-link-userinfo': [LINK],
  'bait-link-packed': [LINK],
  'bait-link-port': [LINK],
  'bait-link-punycode': [LINK],
  'bait-link-redirect': [LINK],
  'bait-link-shortener': [LINK],
  'bait-link-open-host': [LINK],
  'bait-link-suffix': [LINK],
  'bait-link-coded': [LINK],
  'bait-link-script': [LINK],
  'bait-links-one-stranger': [LINK],
  'bait-picture-only': [LINK],
  'bait-little-text': [LINK],
  'bait-qr-link': [LINK],
  'bait-qr-drawn': [LINK],
  'bait-password-form': [FOR_INFORMATION],
  'bait-form': [FOR_INFORMATION],
  'bait-credentials': [FOR_INFORMATION],
  'bait-attached-page': [ATTACHMENT],
  'bait-attached-program': [ATTACHMENT],
  'bait-double-ending': [ATTACHMENT],
  'bait-pdf-link': [ATTACHMENT],
};

/** In order, each once. */
export function attackIdsOf(codes: readonly MailReasonCode[]): string[] {
  return [...new Set(codes.flatMap((code) => IDS[code] ?? []))].sort();
}
