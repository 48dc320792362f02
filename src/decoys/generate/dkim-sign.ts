import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { TamisError } from '../../model/index.ts';
import type { MailboxModel } from '../fit/mailbox-model.ts';
import type { Signing } from '../model/recipe.ts';

/** A signer of the owner's: from the octets that are signed to the value of `b=`, base64. The same for the same octets. */
export type SignDkim = (signed: Buffer) => string;

/** Fields that are signed where a mail has them. */
const SIGNED = [
  'from',
  'to',
  'cc',
  'subject',
  'date',
  'message-id',
  'in-reply-to',
  'references',
  'mime-version',
  'content-type',
];
/** RFC 8301: a shorter key is not to be believed by verifiers. */
const FEWEST_BITS = 1024;

/**
 * A signer from a private key in PEM, RSA or Ed25519 (RFC 6376, RFC 8463). Throws TamisError `decoy-dkim-key` for
 * anything else, and `decoy-selector` where the selector signs the owner's real mail: what a decoy is signed with must
 * be of no use to whoever wants to vouch for the rest.
 */
export function dkimSigner(
  pem: string,
  { domain, selector }: Pick<Signing, 'domain' | 'selector'>,
  model: MailboxModel,
): { readonly sign: SignDkim; readonly signing: Signing } {
  if (signsRealMail(selector, model))
    throw new TamisError('decoy-selector', {
      en: `${selector} signs real mail of this mailbox; decoys take a selector and a key of their own`,
      fr: `${selector} signe du vrai courrier de cette boîte\u202f; les leurres prennent un sélecteur et une clé à eux`,
    });
  const key = privateKeyOf(pem);
  const isRsa = key.asymmetricKeyType === 'rsa';
  const shown = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const publicKey = (isRsa ? shown : shown.subarray(-32)).toString('base64');
  return {
    signing: {
      domain: domain.toLowerCase(),
      selector,
      algorithm: isRsa ? 'rsa-sha256' : 'ed25519-sha256',
      publicKey,
    },
    sign: (signed) =>
      (isRsa
        ? sign('sha256', signed, key)
        : sign(null, createHash('sha256').update(signed).digest(), key)
      ).toString('base64'),
  };
}

/** The TXT record with which signatures verify, and its name; the owner publishes it now or later. */
export function dkimRecord({ domain, selector, algorithm, publicKey }: Signing): {
  readonly name: string;
  readonly value: string;
} {
  const kind = algorithm === 'rsa-sha256' ? 'rsa' : 'ed25519';
  return { name: `${selector}._domainkey.${domain}`, value: `v=DKIM1; k=${kind}; p=${publicKey}` };
}

function privateKeyOf(pem: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
    if (key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= FEWEST_BITS)
      return key;
  } catch (cause) {
    throw new TamisError(
      'decoy-dkim-key',
      {
        en: 'the DKIM key cannot be read: a private key in PEM is wanted',
        fr: 'la clé DKIM est illisible\u00a0: il faut une clé privée en PEM',
      },
      {
        cause,
      },
    );
  }
  throw new TamisError('decoy-dkim-key', {
    en: 'a DKIM key is RSA of 1,024 bits or more, or Ed25519',
    fr: 'une clé DKIM est RSA d’au moins 1\u202f024 bits, ou Ed25519',
  });
}

/** Whether the selector stands in the signatures of the mailbox, as far as the model kept it. */
function signsRealMail(selector: string, model: MailboxModel): boolean {
  const named = new RegExp(`[;\\s]s=${selector.replace(/[^\w-]/g, '\\$&')}(?:;|\\s|$)`, 'i');
  for (const { mails } of model.threads)
    for (const { fields } of mails)
      for (const { name, value } of fields)
        if (name.toLowerCase() === 'dkim-signature')
          for (const piece of value) if (typeof piece === 'string' && named.test(piece)) return true;
  return false;
}

/**
 * The message with one signature that verifies in the place of those it has; unchanged where it has none or its author
 * is not of the signing domain, as a server leaves mail that is not its own. One char per byte, LF.
 */
export function signMail(message: string, at: number, signing: Signing, value: SignDkim): string {
  const end = message.indexOf('\n\n');
  const fields = message.slice(0, end).split(/\n(?![ \t])/);
  const place = fields.findIndex(isSignature);
  const author =
    /<([^<>]+)>\s*$/.exec(fieldNamed(fields, 'from') ?? '')?.[1] ?? fieldNamed(fields, 'from') ?? '';
  const domain = author
    .slice(author.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase();
  if (place < 0 || (domain !== signing.domain && !domain.endsWith(`.${signing.domain}`))) return message;
  const others = fields.filter((field) => !isSignature(field));
  const present = SIGNED.filter((name) => fieldNamed(others, name) !== undefined);
  const bodyHash = createHash('sha256')
    .update(relaxedBody(message.slice(end + 2)), 'latin1')
    .digest('base64');
  const unsigned = [
    `DKIM-Signature: v=1; a=${signing.algorithm}; c=relaxed/relaxed;`,
    `\td=${signing.domain}; s=${signing.selector}; t=${Math.floor(at / 1000)};`,
    `\th=${present.join(':')};`,
    `\tbh=${bodyHash};`,
    '\tb=',
  ].join('\n');
  const signed = [...present.map((name) => relaxedField(fieldOf(others, name))), relaxedField(unsigned)].join(
    '\r\n',
  );
  const folded = value(Buffer.from(signed, 'latin1')).replace(/.{72}(?=.)/g, '$&\n\t ');
  const field = unsigned + folded;
  const before = fields.slice(0, place);
  const after = fields.slice(place).filter((each) => !isSignature(each));
  return `${[...before, field, ...after].join('\n')}${message.slice(end)}`;
}

function isSignature(field: string): boolean {
  return /^dkim-signature\s*:/i.test(field);
}

/** The last of a name: RFC 6376 section 5.4.2 signs from the bottom up. */
function fieldOf(fields: readonly string[], name: string): string {
  return fields.findLast((field) => field.slice(0, field.indexOf(':')).trim().toLowerCase() === name) ?? '';
}

function fieldNamed(fields: readonly string[], name: string): string | undefined {
  const field = fieldOf(fields, name);
  return field === '' ? undefined : field.slice(field.indexOf(':') + 1);
}

/** RFC 6376 section 3.4.2. */
function relaxedField(field: string): string {
  const colon = field.indexOf(':');
  const value = field
    .slice(colon + 1)
    .replace(/\n/g, '')
    .replace(/[ \t]+/g, ' ');
  return `${field.slice(0, colon).trim().toLowerCase()}:${value.trim()}`;
}

/** RFC 6376 section 3.4.4. */
function relaxedBody(body: string): string {
  const lines = body.split('\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''));
  while (lines.at(-1) === '') lines.pop();
  return lines.map((line) => `${line}\r\n`).join('');
}
