import type { Mail } from '../fit/mail.ts';
import { type Attack, attackByForest, attackByText, type Subject } from './attack.ts';
import { type Measured, measureAuc, measurePairs, type PairPick } from './auc.ts';
import { gramsOf } from './grams.ts';
import { bothSides, type FeatureTable, metadataFeatures } from './metadata-features.ts';
import { peopleMask } from './people-mask.ts';
import { structureFeatures } from './structure-features.ts';

/** One side of a comparison; `groups` names for each mail the thread it must stay together with. */
export interface Side {
  readonly mails: readonly Mail[];
  readonly groups: readonly string[];
}

/** What an attacker looks at: header and measures, words, or how mails hang together. */
export type AttackerName = 'metadata' | 'text' | 'structure';

/** What one attacker of the battery reached, and by which features. */
export interface AttackerResult {
  readonly attacker: AttackerName;
  readonly auc: Measured;
  readonly tells: Attack['tells'];
}

/** The whole battery: results to be shown, and the scores of single mails for the paired pick. */
export interface BatteryResult {
  readonly attackers: readonly AttackerResult[];
  readonly attacks: Readonly<Record<AttackerName, Attack>>;
}

/** Lets every attacker of the battery try to tell `decoys` from `reals`. */
export function runBattery(decoys: Side, reals: Side, seed: string): BatteryResult {
  const both = [...decoys.mails, ...reals.mails];
  const seen = bothSides(both);
  const metadata = forest(decoys, reals, (mails) => metadataFeatures(mails, seen), `${seed}/metadata`);
  const structure = forest(decoys, reals, structureFeatures, `${seed}/structure`);
  const text = textAttack(decoys, reals, `${seed}/text`);
  const attacks = { metadata, text, structure };
  const attackers = (['metadata', 'text', 'structure'] as const).map((attacker) => ({
    attacker,
    auc: measureAuc(attacks[attacker].scored, `${seed}/${attacker}`),
    tells: attacks[attacker].tells,
  }));
  return { attackers, attacks };
}

function forest(
  decoys: Side,
  reals: Side,
  features: (mails: readonly Mail[]) => FeatureTable,
  seed: string,
): Attack {
  const [mine, theirs] = [features(decoys.mails), features(reals.mails)];
  const subjects = [...subjectsOf(mine.rows, decoys, true), ...subjectsOf(theirs.rows, reals, false)];
  return attackByForest(subjects, mine.names, seed);
}

/** The text attacker again, who may not look at names, addresses and hosts: what the rest of the text gives away. */
export function attackWithoutPeople(
  decoys: Side,
  reals: Side,
  seed: string,
): Omit<AttackerResult, 'attacker'> {
  const mask = peopleMask([...decoys.mails, ...reals.mails]);
  const { scored, tells } = textAttack(decoys, reals, `${seed}/unnamed`, mask);
  return { auc: measureAuc(scored, `${seed}/unnamed`), tells };
}

function textAttack(
  decoys: Side,
  reals: Side,
  seed: string,
  seen: (text: string) => string = (text) => text,
): Attack {
  const names = new Map<number, string>();
  const grams = ({ mails }: Side) => mails.map(({ text }) => gramsOf(seen(text), names));
  const subjects = [...subjectsOf(grams(decoys), decoys, true), ...subjectsOf(grams(reals), reals, false)];
  return attackByText(subjects, names, seed);
}

function subjectsOf<F>(rows: readonly F[], { groups }: Side, decoy: boolean): Subject<F>[] {
  return rows.map((features, i) => ({ decoy, group: groups[i] ?? '', features }));
}

/**
 * The paired pick: the attacker holds the decoy and the very mail whose shape it took (`reals.mails[i]` for
 * `decoys.mails[i]`) and says which one is the decoy.
 */
export function pairedPick(
  decoys: Side,
  reals: Side,
  seed: string,
): Readonly<Record<AttackerName, Measured>> {
  const { attacks } = runBattery(decoys, reals, `${seed}/paired`);
  const pick = ({ scored }: Attack): Measured => {
    const count = decoys.mails.length;
    const pairs = scored.slice(0, count).map((decoy, i): PairPick => {
      const real = scored[count + i]?.score ?? 0;
      return { group: decoy.group, right: decoy.score === real ? 0.5 : decoy.score > real ? 1 : 0 };
    });
    return measurePairs(pairs, seed);
  };
  return { metadata: pick(attacks.metadata), text: pick(attacks.text), structure: pick(attacks.structure) };
}
