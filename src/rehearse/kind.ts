/** What a kind of forgery or of benign change is: two makers, and what is known of it. */
import type { Copy } from './copies.ts';
import type { SigningKey } from './keys/signing-key.ts';
import type { Random } from './random.ts';
import type { MakerVariant, Means, RegionPart, TruthClass } from './truth.ts';
import type { Wire } from './wire/wire.ts';
import type { World } from './world.ts';

/** A changed place before its bytes are known: `needle` is what the item's bytes have there. */
export interface Change {
  readonly part: RegionPart;
  readonly before: string;
  readonly after: string;
  /** Latin-1, CRLF. */
  readonly needle?: string;
}

/** What a maker made of a copy. */
export interface Made {
  readonly wire: Wire;
  /** The exact bytes, where line ends are not CRLF throughout; only in mailboxes of files. */
  readonly raw?: string;
  /** Another file than an RFC 822 message; `loose` ones lie with the documents, not in a mailbox. */
  readonly file?: { readonly name: string; readonly bytes: Buffer; readonly loose: boolean };
  readonly changes: readonly Change[];
  /** What the victim's own archive has instead; the untouched copy by default, null when there is none. */
  readonly original?: Wire | null;
  /** The key it is signed with, truly or not; that of the copy by default. */
  readonly signer?: SigningKey | null;
  /** The untouched copy stays in the mailbox beside it. */
  readonly besides?: boolean;
  /** Where this one item can be told by other means than its kind. */
  readonly detectableBy?: readonly Means[];
  /** Further items of the same act, in the same mailbox. */
  readonly more?: readonly Made[];
}

/** One way to make a kind: what it can be made of, and how. */
export interface Maker {
  wants(copy: Copy, world: World): boolean;
  make(world: World, copy: Copy, random: Random): Made;
}

/** A kind of forgery or of benign change. */
export interface Kind {
  readonly name: string;
  readonly class: Exclude<TruthClass, 'genuine'>;
  /** In the lists of the design: forgeries 1 to 20, benign changes 1 to 15. */
  readonly number: number | null;
  readonly detectableBy: readonly Means[];
  /** The rest of the leak shows it only where what it quotes lies there as it was written. */
  readonly shownByParent?: boolean;
  readonly makers: Readonly<Record<MakerVariant, Maker>>;
  /** For the instructor. */
  readonly summary: string;
}

/** A received copy whose sender's server signs. */
export const isSigned = ({ sent, box }: Copy): boolean => box === 'inbox' && sent.key !== null;

/** Signed under a key that the full key file has. */
export const isCheckable = (copy: Copy, world: World): boolean =>
  isSigned(copy) && copy.sent.key?.domain !== world.policies.get('lost')?.keys[0]?.domain;

/** Not in an mbox, where line ends and From lines would be changed. */
export const isFile = ({ store }: Copy): boolean => store !== 'mbox';
const fromMachine = ({ sent }: Copy): boolean => sent.draft.from.program === 'mailer';
/** Ordinary mail between people, without l=. */
export const isPersonal = (copy: Copy, world: World): boolean =>
  isCheckable(copy, world) && !fromMachine(copy);

/** A copy that bears no signature, be it because it was never sent out. */
export const isUnsigned = (copy: Copy): boolean => !isSigned(copy);
