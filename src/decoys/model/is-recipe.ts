import { DECOY_KINDS } from './decoy.ts';
import type { Recipe } from './recipe.ts';

/** Attack: a recipe of a billion decoys, whose places would all be dealt. `generate` makes a million at most. */
const MOST_DECOYS = 1_000_000;
/** Attack: the millionth try, whose words the grammar would make a million of. `generate` gives up long before. */
const MOST_ATTEMPT = 100;

/**
 * Whether a value is a recipe and nothing more. Recipes of openings come from whoever wants to be believed, and items are
 * made from them: counts that cancel out, or a member that no code knows, must not get so far.
 */
export function isRecipe(value: unknown): value is Recipe {
  if (!isRecord(value) || !Object.keys(value).every((key) => RECIPE_KEYS.has(key))) return false;
  const { format, seed, personas, model, generator, languages, counts, attempts, signing, signatures } =
    value;
  return (
    format === 1 &&
    [seed, personas, model, generator].every(isHash) &&
    Array.isArray(languages) &&
    languages.length <= 2 &&
    languages.every((each) => each === 'en' || each === 'fr') &&
    areCounts(counts) &&
    isRecord(attempts) &&
    Object.values(attempts).every((each) => isCount(each, MOST_ATTEMPT)) &&
    (signing === undefined || isSigning(signing)) &&
    (signatures === undefined || (isRecord(signatures) && Object.values(signatures).every(isShortText)))
  );
}

const RECIPE_KEYS: ReadonlySet<string> = new Set<keyof Recipe>([
  'format',
  'seed',
  'personas',
  'model',
  'generator',
  'languages',
  'counts',
  'attempts',
  'signing',
  'signatures',
]);

function areCounts(value: unknown): boolean {
  if (!isRecord(value) || Object.keys(value).length !== DECOY_KINDS.length) return false;
  const counts = DECOY_KINDS.map((kind) => value[kind]);
  return counts.every((each) => isCount(each, MOST_DECOYS)) && sumOf(counts.map(Number)) <= MOST_DECOYS;
}

function isSigning(value: unknown): boolean {
  if (!isRecord(value) || Object.keys(value).length !== 4) return false;
  const { domain, selector, algorithm, publicKey } = value;
  const isKnown = algorithm === 'rsa-sha256' || algorithm === 'ed25519-sha256';
  return isKnown && [domain, selector, publicKey].every(isShortText);
}

function isCount(value: unknown, most: number): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= most;
}

function isHash(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

function isShortText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= 4096;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
