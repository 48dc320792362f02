import type { Flag } from './command.ts';

/** Where the bytes of a shared case lie, for commands that may make one. */
export const OBJECTS_FLAG = {
  name: 'objects',
  type: 'string',
  metavar: 'PLACE',
  summary: {
    en: 'with --db: where bytes are kept that all machines must reach, file:///FOLDER or s3://BUCKET/PREFIX',
    fr: 'avec --db\u00a0: où garder les octets que toutes les machines doivent atteindre, file:///DOSSIER ou s3://SEAU/PRÉFIXE',
  },
} as const satisfies Flag;
