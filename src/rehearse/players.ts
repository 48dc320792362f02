import type { World } from './world.ts';

/** The players' page, in both languages. It must give nothing away. */
export function playersBrief(world: World): string {
  const { cast } = world;
  const day = new Date(world.leaked).toISOString().slice(0, 10);
  const names = cast.owners.map(({ name, address }) => `- ${name} <${address}>`).join('\n');
  return `# The leak of ${day}

An exercise; nobody and nothing in it exists. You are the response team of the campaign \`${cast.campaign}\`.
This morning a dump of its mail appeared. It is in \`dump/\`: mailboxes in several forms, and loose documents.
Perhaps some of it was altered or made up. Perhaps not. Find out what can be said about which item, and why.

Mailboxes are said to be those of:

${names}

You may have been given \`reference/\` (part of a backup of these people) and a file of DKIM keys.

    tamis sift players/dump --reference players/reference --keys players/keys/all.jsonl --case exercise.tamis
    tamis search 'verdict:altered' --case exercise.tamis

## En français

Un exercice : personne ni rien n’y existe. Vous êtes la cellule de réponse de la campagne. Une archive de
son courrier a paru ce matin ; elle est dans \`dump/\`. Une partie a peut-être été modifiée ou inventée.
Dites ce que l’on peut affirmer de chaque pièce, et pourquoi. Vous disposez peut-être d’une partie des
sauvegardes (\`reference/\`) et d’un fichier de clés DKIM (\`keys/\`).
`;
}
