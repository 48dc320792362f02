import type { MadeDossier } from './work.ts';

export interface KeptDossier {
  readonly id: string;
  /** ISO 8601. */
  readonly time: string;
  readonly author: string | null;
  readonly made: MadeDossier;
}

/** Each has some hundred kilobytes. What is handed out is what was looked at, so it is kept and not made again. */
const MOST_KEPT = 20;

/** The dossiers made since the server started. */
export class KeptDossiers {
  readonly #random: (bytes: number) => Uint8Array;
  readonly #kept: KeptDossier[] = [];

  constructor(random: (bytes: number) => Uint8Array) {
    this.#random = random;
  }

  keep(dossier: Omit<KeptDossier, 'id'>): KeptDossier {
    const kept = { ...dossier, id: Buffer.from(this.#random(12)).toString('hex') };
    this.#kept.unshift(kept);
    this.#kept.length = Math.min(this.#kept.length, MOST_KEPT);
    return kept;
  }

  /** Newest first. */
  all(): readonly KeptDossier[] {
    return this.#kept;
  }

  find(id: string): KeptDossier | null {
    return this.#kept.find((kept) => kept.id === id) ?? null;
  }
}
