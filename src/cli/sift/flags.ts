import { CASE_FLAGS } from '../case-flag.ts';
import type { Flag } from '../command.ts';
import { JOBS_FLAG } from '../jobs-flag.ts';
import { LIMIT_FLAGS } from '../limit-flags.ts';
import { OBJECTS_FLAG } from '../objects-flag.ts';
import { PASSPHRASE_FLAG } from '../passphrase.ts';

/** What `tamis sift` takes. */
export const SIFT_FLAGS = [
  ...CASE_FLAGS,
  OBJECTS_FLAG,
  {
    name: 'keys',
    short: 'k',
    type: 'strings',
    metavar: 'FILE',
    summary: {
      en: 'DKIM keys: JSON Lines, or DNS zone text',
      fr: 'clés DKIM\u00a0: JSON Lines, ou texte de zone DNS',
    },
  },
  {
    name: 'reference',
    short: 'r',
    type: 'strings',
    metavar: 'PATH',
    summary: {
      en: 'the victim’s own archive, to compare with',
      fr: 'les archives de la victime, pour comparer',
    },
  },
  {
    name: 'password',
    short: 'p',
    type: 'strings',
    metavar: 'WORD',
    summary: {
      en: 'tried on every encrypted file',
      fr: 'essayé sur chaque fichier chiffré',
    },
  },
  {
    name: 'dns',
    type: 'boolean',
    summary: {
      en: 'ask DNS for keys that are missing (tells the domains’ owners that someone looks)',
      fr: 'demander au DNS les clés manquantes (les propriétaires des domaines verront qu’on regarde)',
    },
  },
  {
    name: 'ocr',
    type: 'boolean',
    summary: {
      en: 'when the verdicts are there, read words in images and scanned pages (English, French)',
      fr: 'une fois les verdicts rendus, lire les mots des images et des pages numérisées (français, anglais)',
    },
  },
  {
    name: 'recover',
    type: 'boolean',
    summary: {
      en: 'when the verdicts are there, compute lost RSA keys from signatures and judge again (minutes a key)',
      fr: 'une fois les verdicts rendus, calculer les clés RSA perdues à partir des signatures et juger à nouveau (des minutes par clé)',
    },
  },
  {
    name: 'ledger',
    type: 'string',
    metavar: 'DIR',
    summary: {
      en: 'mark the decoys of this ledger of yours (docs/decoys.md)',
      fr: 'marquer les leurres de ce registre, le vôtre (docs/decoys.md)',
    },
  },
  PASSPHRASE_FLAG,
  JOBS_FLAG,
  ...LIMIT_FLAGS,
] as const satisfies readonly Flag[];
