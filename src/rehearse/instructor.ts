import { KINDS } from './kinds.ts';
import type { TruthRow } from './truth.ts';
import type { World } from './world.ts';

/** The sheet of whoever leads the exercise: what happened, what is hidden where, what to ask. */
export function instructorSheet(
  world: World,
  seed: number,
  scale: number,
  truth: readonly TruthRow[],
): string {
  const { cast } = world;
  const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
  const count = (kind: string): number => truth.filter((row) => row.kind === kind).length;
  const rows = KINDS.toSorted((a, b) => order(a.class, a.number) - order(b.class, b.number)).map(
    ({ name, class: group, number, summary }) =>
      `| ${group} | ${number ?? ''} | \`${name}\` | ${count(name)} | ${summary} |`,
  );
  const untouched = truth.filter((row) => row.class === 'genuine').length;
  return `# Instructor's sheet – not for the players

Exercise ${seed}, scale ${scale}. Everything in it is invented.

## What happened
The campaign \`${cast.campaign}\` writes and receives mail from ${day(world.start)} to ${day(world.end)}. On that last
day somebody copies the mailboxes of ${cast.owners.map(({ name }) => name).join(', ')}. On ${day(world.leaked)} a dump
appears: ${truth.length} items, ${untouched} of them untouched. Some were forged; many more look odd for
reasons that are no forgery. Some days after the theft, office documents were opened and saved by a stranger
within four minutes.

## The pack of the players
\`players/\` may be handed out as it is; it holds no truth. Decide which they get:
- keys: \`players/keys/all.jsonl\`, \`half.jsonl\`, or for a hard round none at all;
- the reference archive, \`players/reference\`: part of what the victims kept. Take it away for a harder round.

## What is hidden in the dump
Each kind is made in two ways, told apart as \`maker\` in truth.jsonl. Which item it is, and where it was
changed, is in truth.jsonl; its paths are those of \`tamis search\`.

| class | no. | kind | items | what was done |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

## Injects
1. Start: "A journalist has the dump and asks for a statement in two hours. What may be said?"
2. After 30 minutes: the journalist quotes one of the \`body-edited\` messages. Can the team show the original?
3. After 60 minutes: she quotes a \`decoy-sent\`. It is signed. What can the team prove, and what had to be kept
   beforehand to prove it?
4. After 90 minutes: a reader says everything is fake and shows a \`list-footer\` message whose signature fails.
   What does the team answer?
5. End: which items would the team call genuine in public? Every \`forgery\` among them is the exercise's lesson.

## Afterwards
\`tamis rehearse score\` compares a case with truth.jsonl; keys.jsonl holds the signers' true keys, those of
forgers marked.

# Fiche de l’animateur – pas pour les joueurs

## Ce qui s’est passé
La campagne \`${cast.campaign}\` correspond du ${day(world.start)} au ${day(world.end)}. Ce dernier jour, quelqu’un copie les
boîtes de ${cast.owners.map(({ name }) => name).join(', ')}. Le ${day(world.leaked)} paraît une archive de ${truth.length} pièces,
dont ${untouched} intactes. Certaines sont des faux ; bien davantage ont l’air étranges sans l’être.

## Ce que reçoivent les joueurs
\`players/\` peut être remis tel quel. À vous de choisir : toutes les clés, la moitié ou aucune ; avec ou sans
l’archive de référence. Le tableau ci-dessus dit ce qui est caché, truth.jsonl dit où.

## Relances
1. Début : « Une journaliste a l’archive et demande une réaction dans deux heures. Que peut-on dire ? »
2. À 30 minutes, elle cite un \`body-edited\`. L’équipe peut-elle montrer l’original ?
3. À 60 minutes, elle cite un \`decoy-sent\`. Il est signé. Que peut-on prouver, et qu’aurait-il fallu garder ?
4. À 90 minutes, un lecteur dit que tout est faux et montre un \`list-footer\` dont la signature échoue. Que
   répond-on ?
5. Fin : quelles pièces l’équipe dirait-elle authentiques en public ? Chaque faux parmi elles est la leçon.
`;
}

function order(group: string, number: number | null): number {
  return ['forgery', 'decoy', 'touched', 'benign'].indexOf(group) * 100 + (number ?? 99);
}
