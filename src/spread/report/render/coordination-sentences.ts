import type { CoordinationReport, LayerReport } from '../coordination-section.ts';
import { codeText } from './names.ts';
import type { Noun, Teller } from './teller.ts';

/** What was counted of every layer beside what chance gives, what was left out, and what stands. */
export function coordinationSentences(coordination: CoordinationReport, teller: Teller): string[] {
  const { say, n } = teller;
  const hot = coordination.layers.flatMap((layer) => layer.hot);
  return [
    ...coordination.layers.map((layer) => layerSentence(layer, coordination.window, teller)),
    ...hot.map(({ object, accounts }) =>
      say(
        `Left out: "${object.slice(0, 80)}", shared by ${n(accounts)} accounts, too many to say anything of two of them.`,
        `Écarté\u00a0: «\u00a0${object.slice(0, 80)}\u00a0», partagé par ${n(accounts)} comptes, trop pour dire quelque chose de deux d’entre eux.`,
      ),
    ),
    outcome(coordination, teller),
  ];
}

const PAIRS: Noun = ['pair of accounts', 'pairs of accounts', 'paire de comptes', 'paires de comptes'];
const TESTS: Noun = ['test', 'tests', 'test', 'tests'];
const GROUPS: Noun = ['group', 'groups', 'groupe', 'groupes'];

function layerSentence(layer: LayerReport, window: number, teller: Teller): string {
  const { say, n, count, lang } = teller;
  const name = codeText(layer.layer, lang);
  const [seen = 0] = layer.observed;
  if (seen === 0)
    return say(
      `${name}: no two accounts shared two distinct objects within ${window} s.`,
      `${name}\u00a0: jamais deux comptes n’ont partagé deux objets distincts en ${window} s.`,
    );
  const [times = 0] = layer.timesNull.mean;
  const [accounts = 0] = layer.accountsNull.mean;
  const { repetitions } = layer.timesNull;
  const first = say(
    `${name}: ${count(seen, PAIRS)} shared two or more distinct objects within ${window} s; chance alone gives ${n(times)} (times dealt anew) and ${n(accounts)} (accounts exchanged within hour and language), ${repetitions} repetitions.`,
    `${name}\u00a0: ${count(seen, PAIRS)} ${seen < 2 ? 'a' : 'ont'} partagé au moins deux objets distincts en ${window} s\u202f; le hasard seul en donne ${n(times)} (heures redistribuées) et ${n(accounts)} (comptes échangés par heure et langue), ${repetitions} répétitions.`,
  );
  return `${first}${highestLevel(layer, teller)}${blindness(layer, teller)}`;
}

/** The same for the most objects that any pair has in common: where chance gives pairs over two, it gives none there. */
function highestLevel(layer: LayerReport, { say, n }: Teller): string {
  const at = layer.observed.findLastIndex((seen) => seen > 0);
  if (at <= 0) return '';
  const [level, seen] = [layer.levels[at] ?? 0, layer.observed[at] ?? 0];
  const [times, accounts] = [layer.timesNull.mean[at] ?? 0, layer.accountsNull.mean[at] ?? 0];
  return say(
    ` Over ${level} objects or more: ${n(seen)}, by chance ${n(times)} and ${n(accounts)}.`,
    ` Sur ${level} objets ou plus\u00a0: ${n(seen)}, par hasard ${n(times)} et ${n(accounts)}.`,
  );
}

/** Dealt anew among the same few accounts, times give every pair back: that is no sign of chance. */
function blindness({ observed, timesNull }: LayerReport, { say }: Teller): string {
  const isBlind = observed.every((seen, at) => timesNull.mean[at] === seen && timesNull.most[at] === seen);
  if (!isBlind) return '';
  return say(
    ' Dealing times anew can tell nothing here: the objects were shared by these accounts alone.',
    ' Redistribuer les heures ne peut rien dire ici\u00a0: ces comptes sont seuls à avoir partagé ces objets.',
  );
}

function outcome(
  { supported, tests, communities, audience }: CoordinationReport,
  { say, n, count }: Teller,
): string {
  if (tests === 0)
    return say(
      'No two accounts shared enough for a test: that none is coordinated does not follow.',
      'Il n’y a pas deux comptes qui aient assez partagé pour un test\u00a0: il ne s’ensuit pas qu’aucun n’est coordonné.',
    );
  const groups = count(communities.groups.length, GROUPS);
  return say(
    `${count(supported, PAIRS)} ${supported === 1 ? 'stands' : 'stand'} at a false discovery rate of 5% over ${count(tests, TESTS)}, in ${groups}; ${n(audience)} more a common audience explains as well. Coordinated does not mean inauthentic.`,
    `${count(supported, PAIRS)} ${supported < 2 ? 'résiste' : 'résistent'} à un taux de fausses découvertes de 5\u00a0% sur ${count(tests, TESTS)}, en ${groups}\u202f; ${n(audience)} de plus ${audience < 2 ? 's’explique' : 's’expliquent'} aussi par un même public. Coordonné ne veut pas dire inauthentique.`,
  );
}
