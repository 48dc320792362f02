import type { Language } from '../../model/index.ts';
import type { MailboxModel } from '../fit/mailbox-model.ts';
import type { DecoyAccount, DecoyKind, HarmLabel } from '../model/decoy.ts';
import type { Random } from '../model/random.ts';
import type { Persona, PersonaPack } from '../persona/persona.ts';

/** What a maker of single items is given. */
export interface ItemContext {
  readonly model: MailboxModel;
  readonly pack: PersonaPack;
  readonly language: Language;
  /** The author first. */
  readonly people: readonly [Persona, ...Persona[]];
  readonly at: number;
  readonly random: Random;
}

/** What a maker gives back; the rest of a decoy is the same for all of them. */
export interface MadeItem {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly type: string;
  readonly folder: string;
  readonly text: string;
  readonly accounts: readonly DecoyAccount[];
  readonly harm: HarmLabel;
}

/** Makes one item that stands alone; equal contexts give equal bytes. */
export type ItemMaker = (context: ItemContext) => MadeItem;

/** Kinds that stand alone; mail is made thread by thread. */
export type SingleKind = Exclude<DecoyKind, 'mail'>;

/** Given and family name, as they are written in either language. */
export function fullName({ given, family }: Persona): string {
  return `${given} ${family}`;
}

/** A file name as people write them. */
export function fileNameOf(title: string, at: number, extension: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
  return `${new Date(at).toISOString().slice(0, 10).replaceAll('-', '')}_${plain.slice(0, 60)}.${extension}`;
}
