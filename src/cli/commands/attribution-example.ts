import { MACRONLEAKS } from '../../attribution/index.ts';
import { defineCommand } from '../command.ts';

export const attributionExample = defineCommand({
  path: ['attribution', 'example'],
  summary: {
    en: 'Print the worked example, #MacronLeaks, as a matrix to start from',
    fr: 'Écrire l’exemple traité, #MacronLeaks, comme matrice de départ',
  },
  positionals: [],
  flags: [],
  examples: [
    {
      line: 'tamis attribution example > matrix.json',
      summary: { en: 'then edit it', fr: 'puis la modifier' },
    },
  ],
  run: async ({ stdout, json }) => {
    stdout.write(`${JSON.stringify(MACRONLEAKS, null, json ? 0 : 2)}\n`);
    return 0;
  },
});
