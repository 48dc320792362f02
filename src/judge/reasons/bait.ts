/**
 * Notes about mail that looks like phishing. They say what stands in the mail, never who sent it, and move no
 * verdict: bait can be a perfectly authentic message.
 */
import { BAIT_CONTENT_REASONS } from './bait-content.ts';
import { BAIT_LINK_REASONS } from './bait-links.ts';
import { BAIT_SENDER_REASONS } from './bait-sender.ts';

export const BAIT_REASONS = { ...BAIT_SENDER_REASONS, ...BAIT_LINK_REASONS, ...BAIT_CONTENT_REASONS };

/** Codes of the notes about phishing. */
export type MailReasonCode = keyof typeof BAIT_REASONS;
