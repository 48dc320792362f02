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
\`tamis rehearse score\` compares a case with truth.jsonl.
`;
}

function order(group: string, number: number | null): number {
  return ['forgery', 'decoy', 'touched', 'benign'].indexOf(group) * 100 + (number ?? 99);
}
