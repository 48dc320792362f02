import { resolve } from 'node:path';
import { TamisError } from '../../model/index.ts';
import { defineCommand } from '../command.ts';
import { OBJECTS_FLAG } from '../objects-flag.ts';
import { formatNumber } from '../terminal/format.ts';

export const caseMove = defineCommand({
  path: ['case', 'move'],
  summary: {
    en: 'Move a case between its folder and a database, either way, whole',
    fr: 'Déplacer un dossier d’enquête entre son répertoire et une base, dans les deux sens, en entier',
  },
  description: {
    en: `One of the two is a folder (*.tamis), the other postgres://USER@HOST/DATABASE?case=NAME. The target must not hold
such a case. What was there is left as it is: look at the new one first, then delete the old yourself. The custody logs of
both say what was moved where. Accounts of the workbench stay in the database: a folder has none, and who may open its
files may read it.`,
    fr: `L’un des deux est un répertoire (*.tamis), l’autre postgres://UTILISATEUR@HÔTE/BASE?case=NOM. La cible ne doit pas
contenir ce dossier. L’original reste tel quel\u00a0: vérifiez d’abord le nouveau, puis supprimez l’ancien vous-même. Les
journaux des deux disent ce qui a été déplacé, et où. Les comptes de l’établi restent dans la base\u00a0: un répertoire n’en
a pas, et qui peut ouvrir ses fichiers peut le lire.`,
  },
  positionals: [
    {
      name: 'from',
      metavar: 'FROM',
      required: true,
      summary: {
        en: 'a folder, or postgres://...?case=NAME',
        fr: 'un répertoire, ou postgres://...?case=NOM',
      },
    },
    {
      name: 'to',
      metavar: 'TO',
      required: true,
      summary: { en: 'the other of the two', fr: 'l’autre des deux' },
    },
  ],
  flags: [OBJECTS_FLAG],
  examples: [
    {
      line: 'tamis case move macron.tamis "postgres://tamis@db.example.org/leaks?case=macron" --objects file:///mnt/leaks',
      summary: { en: 'to the team’s server', fr: 'vers le serveur de l’équipe' },
    },
  ],
  run: async ({ args, flags, cwd, env, now, stdout, json, lang }) => {
    const [from, to] = [args.from, args.to].map((given) => (isDatabase(given) ? given : resolve(cwd, given)));
    if (from === undefined || to === undefined || isDatabase(from) === isDatabase(to)) {
      throw new TamisError('bad-option', {
        en: 'A case is moved from a folder to a database, or back.',
        fr: 'Un dossier d’enquête se déplace d’un répertoire vers une base, ou l’inverse.',
      });
    }
    const { moveCase } = await import('../../move-case.ts');
    const { objects } = flags;
    const { moved, left } = moveCase({ from, to, env, now, ...(objects !== undefined && { objects }) });
    if (json) stdout.write(`${JSON.stringify({ from: shown(from), to: shown(to), moved, left })}\n`);
    else {
      stdout.write(`${TOLD[lang](formatNumber(moved.items ?? 0, lang), shown(to))}\n`);
      for (const { code, count } of left) stdout.write(`${LEFT[code][lang](count)}\n`);
    }
    return 0;
  },
});

const TOLD = {
  en: (items: string, to: string) =>
    `${items} items, all findings and objects are now in ${to} too. The old case was left as it is.`,
  fr: (items: string, to: string) =>
    `${items} éléments, tous les constats et objets sont maintenant aussi dans ${to}. L’ancien dossier est resté tel quel.`,
};

const LEFT = {
  'workbench-accounts': {
    en: (count: number) =>
      `Accounts of the workbench do not travel to a folder: ${count} stayed in the database. Who may open the folder may read it.`,
    fr: (count: number) =>
      `Les comptes de l’établi ne vont pas dans un répertoire\u00a0: ${count} ${count === 1 ? 'est resté' : 'sont restés'} dans la base. Qui peut ouvrir le répertoire peut le lire.`,
  },
} as const;

function isDatabase(given: string): boolean {
  return /^postgres(ql)?:/.test(given);
}

/** Without a password. */
function shown(place: string): string {
  return isDatabase(place) ? place.replace(/:[^:@/]*@/, '@') : place;
}
