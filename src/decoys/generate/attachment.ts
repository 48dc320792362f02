import type { MimeShape } from '../fit/mailbox-model.ts';
import type { DecoyAttachment } from '../model/decoy.ts';
import type { Random } from '../model/random.ts';
import { type BodyContext, filled } from './body.ts';
import { isOwner } from './cast.ts';
import { textOf } from './fill.ts';

/** An attachment of the kind a real mail had, or null for signatures and other things that are not files. */
export function attachmentOf(
  shape: MimeShape,
  context: BodyContext,
  random: Random,
  _at: number,
): DecoyAttachment | null {
  const size = Math.max(
    40,
    Math.min(200_000, shape.encoding === 'base64' ? shape.bytes * 0.74 : shape.bytes),
  );
  if (shape.type.startsWith('text/')) {
    return {
      name: `notes.${shape.extension || 'txt'}`,
      type: shape.type,
      bytes: Buffer.from(`${attachedText(size, context, random)}\n`),
    };
  }
  if (shape.type === 'application/pgp-signature')
    return { name: 'signature.asc', type: shape.type, bytes: armour(Math.round(size), random) };
  const bytes = Buffer.from(
    random.letters(Math.round(size), 'abcdefghijklmnopqrstuvwxyz0123456789'),
    'latin1',
  );
  return { name: `file.${shape.extension || 'bin'}`, type: shape.type, bytes };
}

const LINE = 40;

function attachedText(size: number, context: BodyContext, random: Random): string {
  const kept = context.mix.block('lines', Math.ceil(size / LINE), isOwner(context.author), random);
  if (kept !== null)
    return (
      context.rewording.reworded([{ text: filled(kept, context), prose: false, width: 0 }], random)[0] ?? ''
    );
  const tokens = context.lines.sequence(size, random, {
    ends: (token) => token === '\n',
    start: '',
    joint: '\n',
  });
  return textOf(tokens, context);
}

/** Looks like an OpenPGP signature and is none: the owner's key never signs a decoy. As long as the real ones. */
function armour(size: number, random: Random): Buffer {
  const [begin, end] = ['-----BEGIN PGP SIGNATURE-----\n\n', '\n-----END PGP SIGNATURE-----\n'];
  const sum = `=${random.letters(4, BASE64)}`;
  const room = Math.max(64, size - begin.length - end.length - sum.length);
  const letters = random.letters(room - Math.ceil(room / 65), BASE64).replace(/.{64}/g, '$&\n');
  return Buffer.from(`${begin}${letters}\n${sum}${end}`);
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
