import type { Limits } from '../model/index.ts';
import type { Flag } from './command.ts';

/** The limits a user may move; each names the attack it is there for. */
export const LIMIT_FLAGS = [
  {
    name: 'max-depth',
    type: 'number',
    min: 1,
    max: 100,
    metavar: 'N',
    summary: {
      en: 'containers inside containers (against archives that hold themselves)',
      fr: 'conteneurs emboîtés (contre les archives qui se contiennent elles-mêmes)',
    },
  },
  {
    name: 'max-ratio',
    type: 'number',
    min: 2,
    metavar: 'N',
    summary: {
      en: 'bytes out per byte in (against decompression bombs)',
      fr: 'octets produits par octet lu (contre les bombes de décompression)',
    },
  },
  {
    name: 'max-item',
    type: 'bytes',
    metavar: 'SIZE',
    summary: {
      en: 'bytes of one item in memory (against giant members)',
      fr: 'octets d’un élément en mémoire (contre les membres géants)',
    },
  },
  {
    name: 'max-container',
    type: 'bytes',
    metavar: 'SIZE',
    summary: {
      en: 'bytes out of one container (against overlapping entries)',
      fr: 'octets tirés d’un conteneur (contre les entrées superposées)',
    },
  },
  {
    name: 'max-children',
    type: 'number',
    min: 1,
    metavar: 'N',
    summary: {
      en: 'children of one container (against millions of empty members)',
      fr: 'éléments d’un conteneur (contre les millions de membres vides)',
    },
  },
  {
    name: 'item-seconds',
    type: 'number',
    min: 1,
    metavar: 'N',
    summary: {
      en: 'time for one item (against endless loops)',
      fr: 'temps accordé à un élément (contre les boucles sans fin)',
    },
  },
  {
    name: 'worker-memory',
    type: 'number',
    min: 128,
    metavar: 'MB',
    summary: {
      en: 'heap of one worker (against allocation without end)',
      fr: 'mémoire d’un ouvrier (contre les allocations sans fin)',
    },
  },
] as const satisfies readonly Flag[];

type LimitValues = { readonly [F in (typeof LIMIT_FLAGS)[number] as F['name']]: number | undefined };

/** The limits with those that flags have set. */
export function limitsOf(flags: LimitValues, defaults: Limits): Limits {
  const seconds = flags['item-seconds'];
  return {
    ...defaults,
    depth: flags['max-depth'] ?? defaults.depth,
    ratio: flags['max-ratio'] ?? defaults.ratio,
    itemBytes: flags['max-item'] ?? defaults.itemBytes,
    containerBytes: flags['max-container'] ?? defaults.containerBytes,
    children: flags['max-children'] ?? defaults.children,
    itemMs: seconds === undefined ? defaults.itemMs : seconds * 1000,
    workerMb: flags['worker-memory'] ?? defaults.workerMb,
  };
}
