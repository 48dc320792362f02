import { type CataloguedTechnique, technique } from '../../show/techniques/index.ts';
import type { BaitLook } from './bait-look.ts';
import { type DiamondFact, type DiamondGround, fact } from './diamond-fact.ts';

/** What fits the corner; the pages of the workbench have all. */
const MOST_SITES = 12;
const MOST_HOSTS = 12;

/** Look-alike domains, hosts that bait leads to, and sites that posts lead to. */
export function infrastructure({ events, bait, posts }: DiamondGround): DiamondFact[] {
  const domains = events
    .filter(({ code }) => code === 'lookalike-messages')
    .map(({ items, count, detail }) =>
      fact('lookalike-domain', 'shown', {
        ...{ items, count, detail },
        techniques: [technique('attack', 'T1583.001'), technique('disarm', 'T0149.003')],
      }),
    );
  const sites = (posts?.paths.sites ?? [])
    .filter(({ kind }) => kind !== 'social' && kind !== 'other' && kind !== 'shortener' && kind !== 'video')
    .slice(0, MOST_SITES)
    .map(({ site, kind, posts: count }) =>
      fact('link-site', 'shown', { count, detail: { site, kind }, techniques: siteTechniques(kind) }),
    );
  return [...domains, ...baitHosts(bait), ...sites];
}

/** Where what looks like phishing leads; whose machine that is, and whether it took part, is not shown by it. */
function baitHosts(bait: BaitLook | null): DiamondFact[] {
  const leading = (bait?.findings ?? []).flatMap(({ id, hosts, attack }) =>
    [...new Set(hosts)].map((host) => ({ id, host, attack })),
  );
  return [...Map.groupBy(leading, ({ host }) => host)]
    .sort(([a, m], [b, n]) => n.length - m.length || (a < b ? -1 : 1))
    .slice(0, MOST_HOSTS)
    .map(([host, found]) =>
      fact('bait-host', 'trace', {
        items: found.map(({ id }) => id),
        count: found.length,
        detail: { host },
        // A link is not a domain that was bought: only signs of a look-alike say so.
        techniques: hostTechniques(found.some(({ attack }) => attack.includes('T1583.001'))),
      }),
    );
}

function hostTechniques(isLookalike: boolean): CataloguedTechnique[] {
  const link = technique('attack', 'T1566.002');
  return isLookalike ? [link, technique('attack', 'T1583.001')] : [link];
}

/** As DISARM codes its own account of this leak (incident I00104): posts direct users elsewhere, to a board, a paste, files. */
const HOSTING: Readonly<Record<string, string>> = {
  'image-board': 'T0151.012',
  paste: 'T0152.005',
  'file-sharing': 'T0152.010',
};

function siteTechniques(kind: string): CataloguedTechnique[] {
  const hosting = HOSTING[kind];
  return hosting === undefined ? [] : [technique('disarm', 'T0122'), technique('disarm', hosting)];
}
