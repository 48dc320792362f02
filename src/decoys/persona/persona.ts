import type { Language } from '../../model/index.ts';

/** Somebody who does not exist. */
export interface Persona {
  /** `p` and a number: the same for as long as the pack is. */
  readonly id: string;
  readonly given: string;
  readonly family: string;
  /** On a domain of the owner's or a reserved one (RFC 2606, RFC 6761). */
  readonly address: string;
  readonly language: Language;
  readonly role: string;
  /** A number that the regulator keeps out of use for fiction (ARCEP 2018; Ofcom; NANPA 555-01XX). */
  readonly phone: string;
}

/** Everybody of the decoys: who agreed to appear, and who does not exist. A file of `decoys persona`. */
export interface PersonaPack {
  readonly format: 1;
  /** The owner as the decoys name them: real, and agreeing to it. */
  readonly owners: readonly { readonly name: string; readonly address: string }[];
  /** Domains of the owner's house, on which personas may live. */
  readonly domains: readonly string[];
  /** Domains of the owner's on which those live who play people from elsewhere. */
  readonly outside: readonly string[];
  readonly personas: readonly Persona[];
  /**
   * How the owner makes passwords: `W` a word with a capital, `w` one without, `0` a digit, `!` a mark, anything
   * else itself. `W00-w!` gives `Garden47-table?`.
   */
  readonly passwordStyle: string;
}
