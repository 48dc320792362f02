import { TamisError, type Text } from '../../model/index.ts';
import { APPROVALS_NEEDED, type Approval, approvalOf } from '../guard/approval.ts';
import type { Ledger, Planting } from '../ledger/index.ts';
import { type Decoy, recipeHash } from '../model/index.ts';
import { sha256Hex } from '../verify/index.ts';
import type { Put, Target } from './target.ts';

/** What planting is told, and what it has to be shown before. */
export interface PlantOptions {
  readonly approvals: readonly Approval[];
  readonly now: () => Date;
  /** Says what would be done, and does nothing. */
  readonly dryRun: boolean;
}

/** Decoys by what became of them. `known`: the journal has them there already. `unfit`: the target takes no such thing. */
export type PlantCounts = Readonly<Record<Put | 'known' | 'unfit', number>>;

/**
 * Lays decoys into a target and writes it into the ledger's journal. Run again, it plants what is missing and nothing
 * twice. Throws what `permit` throws before anything is touched.
 */
export async function plant(
  decoys: readonly Decoy[],
  target: Target,
  ledger: Ledger,
  { approvals, now, dryRun }: PlantOptions,
): Promise<PlantCounts> {
  permit(decoys, ledger, approvals);
  const counts = { planted: 0, present: 0, unfit: 0, known: 0 };
  const done: Planting[] = [];
  for (const decoy of decoys) {
    if (!target.takes(decoy)) {
      counts.unfit++;
      continue;
    }
    const place = target.place(decoy);
    if (ledger.planting(decoy.id, place) !== null) {
      counts.known++;
      continue;
    }
    const put = dryRun ? 'planted' : await target.put(decoy);
    counts[put]++;
    done.push({ id: decoy.id, place, at: now().toISOString() });
  }
  if (dryRun) return counts;
  await target.finish();
  for (const { recipe, name, at } of approvals) ledger.approve(recipe, name, at);
  ledger.addPlantings(done);
  return counts;
}

/**
 * Whether these may be planted now. Throws `not-in-ledger`, `decoy-changed`, `not-anchored`, `harm-high` or
 * `not-approved`, each with what to do about it.
 */
export function permit(decoys: readonly Decoy[], ledger: Ledger, approvals: readonly Approval[]): void {
  const anchored = ledger.anchored();
  for (const { id, bytes, harm } of decoys) {
    const entry = ledger.entry(id);
    if (entry === null)
      throw refusal('not-in-ledger', {
        en: `Decoy ${id} is not in the ledger: tamis decoys checkpoint SET`,
        fr: `Le leurre ${id} n’est pas dans le registre\u00a0: tamis decoys checkpoint JEU`,
      });
    if (entry.faces.bytes !== sha256Hex(bytes))
      throw refusal('decoy-changed', {
        en: `Decoy ${id} is not as it was committed to.`,
        fr: `Le leurre ${id} n’est pas celui sur lequel on s’est engagé.`,
      });
    if (ledger.placeOf(id) >= anchored) {
      throw refusal('not-anchored', {
        en: `Decoy ${id} is under no time-stamped checkpoint: bring a token in (tamis decoys checkpoint --token), or do without by --waive-anchor "REASON".`,
        fr: `Le leurre ${id} n’est sous aucun point de contrôle horodaté\u00a0: apportez un jeton (tamis decoys checkpoint --token), ou passez-vous-en par --waive-anchor "RAISON".`,
      });
    }
    if (harm === 'high')
      throw refusal('harm-high', {
        en: `Decoy ${id} would do harm if it were believed: it is never planted.`,
        fr: `Le leurre ${id} ferait du tort si on le croyait\u00a0: il n’est jamais placé.`,
      });
  }
  for (const recipe of new Set(decoys.map(({ origin }) => origin.recipe))) {
    const whole = ledger.recipe(recipe);
    // People approve the recipe as it ended, with its attempts; decoys name it as it began.
    const hash = whole === null ? recipe : recipeHash(whole);
    const { type, by } = approvalOf(approvals, hash);
    if (type === 'approved') continue;
    throw refusal('not-approved', {
      en: `Set ${hash} is approved by ${by.length} of ${APPROVALS_NEEDED} people: give their approvals with --approval FILE.`,
      fr: `Le jeu ${hash} est approuvé par ${by.length} personne(s) sur ${APPROVALS_NEEDED}\u00a0: donnez leurs approbations avec --approval FICHIER.`,
    });
  }
}

function refusal(code: string, message: Text): TamisError {
  return new TamisError(code, message);
}
