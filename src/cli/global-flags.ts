import { LANGUAGES } from '../model/text.ts';
import type { Flag } from './command.ts';

/** The flags every command has. */
export const GLOBAL_FLAGS = [
  {
    name: 'json',
    type: 'boolean',
    summary: { en: 'print JSON for other programs', fr: 'écrire du JSON pour d’autres programmes' },
  },
  {
    name: 'lang',
    type: 'enum',
    values: LANGUAGES,
    metavar: 'LANG',
    summary: {
      en: 'language of the texts (default: from the environment)',
      fr: 'langue des textes (par défaut\u00a0: selon l’environnement)',
    },
  },
  {
    name: 'no-color',
    type: 'boolean',
    summary: { en: 'no colours (NO_COLOR does the same)', fr: 'pas de couleurs (NO_COLOR fait de même)' },
  },
  {
    name: 'help',
    short: 'h',
    type: 'boolean',
    summary: { en: 'show this help', fr: 'afficher cette aide' },
  },
  {
    name: 'version',
    type: 'boolean',
    summary: { en: 'show the version', fr: 'afficher la version' },
  },
] as const satisfies readonly Flag[];
