import { domainToUnicode } from 'node:url';
import { parse } from 'tldts';
import { editDistance } from './edit-distance.ts';
import { skeletonOf } from './skeleton.ts';

/** How one domain resembles another. */
export type Resemblance =
  /** Looks the same: other letters of the same shape, in any script. */
  | 'same-shape'
  /** One letter added, left out, exchanged or swapped. */
  | 'one-letter'
  /** The name with a word of a service in front or behind: `mail-en-marche.fr` (combosquatting). */
  | 'with-service-word';

/** What a domain resembles, and how. */
export interface Lookalike {
  /** The protected domain it resembles. */
  readonly target: string;
  readonly how: Resemblance;
}

// Names shorter than this are one letter away from thousands of honest ones.
const SHORTEST_FOR_ONE_LETTER = 6;
const SHORTEST_FOR_SERVICE = 5;

// Words that phishing puts beside a name, in English and French (the historic domains of the reference case,
// and Kintis et al. 2017, "Hiding in Plain Sight", on combosquatting).
export const SERVICE_WORDS: ReadonlySet<string> = new Set(
  (
    'account accounts admin auth cloud compte connect connexion contact courriel docs drive espace files help id info intranet ' +
    'login mail mails messagerie mfa my office onedrive online owa portail portal press presse reset secure securite security ' +
    'service services share sharepoint signin sso support update verify vpn web webmail www'
  ).split(' '),
);

/**
 * Whether a domain looks like one of the protected ones and is another. Compares registrable names (public
 * suffix list), so sub-domains of a protected domain are never look-alikes, and neither is the same name under
 * another suffix: that is often its owner's, and needs a person to decide.
 */
export function lookalikeOf(domain: string, targets: readonly string[]): Lookalike | null {
  const own = nameOf(domain);
  if (own === null) return null;
  const names = targets.map((target) => ({ target, ...nameOf(target) }));
  if (names.some((each) => each.registrable === own.registrable)) return null;
  const shape = skeletonOf(own.registrable);
  const twin = names.find((each) => each.registrable !== undefined && skeletonOf(each.registrable) === shape);
  if (twin !== undefined) return { target: twin.target, how: 'same-shape' };
  if (names.some((each) => each.label === own.label)) return null;
  const shaped = shapedLabel(own.label);
  for (const { target, label } of names) {
    const how = label === undefined ? null : resemblance(shaped, shapedLabel(label));
    if (how !== null) return { target, how };
  }
  return null;
}

/**
 * Whether a domain is another's name with any word put to it: `party-campaign.example` beside party.example. Local branches and
 * sister houses are called so as well: it says something only where more than the name is the same.
 */
export function isNameWithWord(domain: string, target: string): boolean {
  const [own, other] = [nameOf(domain), nameOf(target)];
  if (own === null || other === null || other.label.length < SHORTEST_FOR_SERVICE) return false;
  return own.label !== other.label && `-${own.label}-`.includes(`-${other.label}-`);
}

/** A registrable label with its skeleton, worked out once where one label meets many. */
export interface ShapedLabel {
  readonly label: string;
  readonly shape: string;
}

/** A label of a domain with what it looks like, made once for many comparisons. */
export function shapedLabel(label: string): ShapedLabel {
  return { label, shape: skeletonOf(label) };
}

/** How the registrable label of one name resembles that of another; null for strangers. */
export function resemblance(own: ShapedLabel, target: ShapedLabel): Resemblance | null {
  if (own.shape === target.shape) return 'same-shape';
  const { length } = target.label;
  if (length >= SHORTEST_FOR_ONE_LETTER && editDistance(own.label, target.label, 1) === 1)
    return 'one-letter';
  if (length >= SHORTEST_FOR_SERVICE && hasServiceWord(own.label, target.shape)) return 'with-service-word';
  return null;
}

/** Words taken away that services use, what is left is the name: hyphens come and go with them. */
function hasServiceWord(label: string, shape: string): boolean {
  if (!label.includes('-')) return false;
  const words = label.split('-');
  const rest = words.filter((word) => !SERVICE_WORDS.has(word));
  return rest.length < words.length && skeletonOf(rest.join('')) === shape;
}

function nameOf(domain: string): { registrable: string; label: string } | null {
  const parsed = parse(domain.toLowerCase(), { allowPrivateDomains: false });
  const { domain: registrable, domainWithoutSuffix: label } = parsed;
  if (registrable === null || label === null || label === '') return null;
  return { registrable, label: domainToUnicode(label) || label };
}
