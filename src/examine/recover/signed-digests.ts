import { hash as hashAtOnce } from 'node:crypto';
import { selectHeaders } from '../dkim/covered-headers.ts';
import { HeaderData } from '../dkim/header-canonicalizer.ts';
import type { SignedMessage } from '../dkim/message.ts';
import { MessageView, SIGNATURE_KINDS } from '../dkim/message-view.ts';
import { collectHeaderData, MAX_SIGNATURES } from '../dkim/signature-field.ts';
import { type HashName, readSignatureTags } from '../dkim/signature-tags.ts';

/** One RSA signature, and the digest it must have been made over if the message is as it was signed. */
export interface SignedDigest {
  readonly domain: string;
  readonly selector: string;
  readonly signature: Buffer;
  readonly hash: HashName;
  readonly digest: Buffer;
  /** Seconds since 1970 from t=, else from Date; null without either. */
  readonly time: number | null;
}

/**
 * Attack: one signature of a megabyte, whose power has more bits than any memory. Keys of mail have 512 to
 * 4096 bits; the time for one grows a little faster than its length.
 */
const MOST_BYTES = 512;
/** 512 bits, the shortest that verifiers had to take (RFC 6376 3.3.3). */
const LEAST_BYTES = 64;

const headerData = new HeaderData();

/**
 * The RSA signatures of a message whose body hash matches: only those can give a key, since in a pair with a
 * changed message the greatest common divisor is 1. Seals of ARC are left out. Never throws.
 */
export function signedDigestsOf(message: SignedMessage): readonly SignedDigest[] {
  const view = new MessageView(message);
  const found: SignedDigest[] = [];
  for (const field of message.headers
    .filter((each) => SIGNATURE_KINDS.has(each.key))
    .slice(0, MAX_SIGNATURES)) {
    const tags = readSignatureTags(SIGNATURE_KINDS.get(field.key) ?? 'dkim', view.valueOf(field));
    const { hash, keyType, kind, broken, domain, selector, signature } = tags;
    if (signature.length < LEAST_BYTES || signature.length > MOST_BYTES) continue;
    if (kind === 'arc-seal' || broken !== null || hash === null || keyType !== 'rsa') continue;
    const body = view.bodyHashes.get(tags.relaxedBody, hash, tags.bodyLength);
    if (body === null || !body.digest.equals(tags.bodyHash)) continue;
    const selected = selectHeaders(view.index, tags.signedNames, field);
    collectHeaderData({ view, field, tags, selected }, headerData);
    const digest = hashAtOnce(hash, headerData.bytes, 'buffer');
    found.push({ domain, selector, signature, hash, digest, time: tags.signedAt ?? view.date });
  }
  return found;
}
