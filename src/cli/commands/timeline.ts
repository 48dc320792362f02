import { baitFindings } from '../../conclude/bait-notes.ts';
import {
  CORNER_TEXTS,
  CORNERS,
  type DiamondFact,
  eventText,
  factText,
  GROUND_TEXTS,
  type Operation,
  type OperationEvent,
  operation,
  operationJson,
  postFacts,
  STAGE_TEXTS,
  STRENGTH_TEXTS,
} from '../../dossier/index.ts';
import { inLanguage } from '../../judge/texts/in-language.ts';
import type { Language, Text } from '../../model/text.ts';
import { CASE_FLAGS } from '../case-flag.ts';
import { defineCommand } from '../command.ts';
import { harmless, padEnd } from '../terminal/cells.ts';
import { formatNumber } from '../terminal/format.ts';
import type { Paint } from '../terminal/paint.ts';
import { TOLD_FLAGS, toldByFlags } from '../told-flags.ts';
import { withCase } from '../with-case.ts';

/** Ids on one line; --json has up to twenty. */
const SHOWN_IDS = 4;

export const timeline = defineCommand({
  path: ['timeline'],
  summary: {
    en: 'Time line and diamond of the operation, from the case alone',
    fr: 'Chronologie et diamant de l’opération, d’après le seul dossier',
  },
  description: {
    en: 'Bait, theft, saves, publication, spread, statement, silence: each with the items that show it and how its time is known. Then the four corners of the diamond model. What the case cannot know is told by flags, and marked as told. Nobody is named unless a matrix of hypotheses is given.',
    fr: 'Appât, vol, enregistrements, publication, propagation, déclaration, silence\u00a0: chacun avec les éléments qui le montrent et l’origine de son heure. Puis les quatre sommets du modèle du diamant. Ce que le dossier ne peut savoir est donné par des options, et signalé comme tel. Personne n’est désigné sans matrice d’hypothèses.',
  },
  positionals: [],
  flags: [...CASE_FLAGS, ...TOLD_FLAGS],
  examples: [
    {
      line: 'tamis timeline --published 2017-05-05T20:30+02:00 --election FR-presidential-2017-round-2',
      summary: { en: 'with the evening it came out', fr: 'avec le soir de la parution' },
    },
  ],
  run: async (context) => {
    const { flags, cwd, now, json, stdout, lang, paint } = context;
    const told = toldByFlags(flags, cwd, now());
    return await withCase(context, flags, async (store) => {
      const posts = await postFacts({
        folder: store.directory,
        tag: flags.tag ?? null,
        memory: flags.memory,
      });
      const made = operation(store, { posts, bait: baitFindings(store) }, told);
      stdout.write(json ? `${JSON.stringify(operationJson(made, lang))}\n` : lines(made, lang, paint));
      return 0;
    });
  },
});

function lines({ events, diamond }: Operation, lang: Language, paint: Paint): string {
  const told = [
    ...events.flatMap((event) => eventLines(event, lang, paint)),
    '',
    ...CORNERS.flatMap((corner) => [
      paint('bold', inLanguage(CORNER_TEXTS[corner], lang)),
      ...(diamond[corner].length === 0 ? [`  ${NOTHING[lang]}`] : []),
      ...diamond[corner].flatMap((fact) => factLines(fact, lang, paint)),
    ]),
  ];
  return `${told.join('\n')}\n`;
}

const NOTHING: Text = { en: 'The case shows nothing of it.', fr: 'Le dossier n’en montre rien.' };

function eventLines(event: OperationEvent, lang: Language, paint: Paint): string[] {
  const stage = padEnd(inLanguage(STAGE_TEXTS[event.stage], lang), 16);
  return [
    `${padEnd(spanOf(event), 38)}  ${paint('bold', stage)}${harmless(eventText(event, lang))}`,
    paint('dim', `${' '.repeat(40)}${inLanguage(GROUND_TEXTS[event.ground], lang)}${idsOf(event)}`),
  ];
}

/** `2017-05-05 18:30 – 2017-05-07 02:00 Z`: UTC is marked, a wall clock is not. */
function spanOf({ from, to, zone }: OperationEvent): string {
  const short = (time: string | null) => (time === null ? '…' : time.slice(0, 16).replace('T', ' '));
  const span = to === null || to === from ? short(from) : `${short(from)} – ${short(to)}`;
  return `${span}${zone === 'UTC' ? 'Z' : ''}`;
}

function factLines(fact: DiamondFact, lang: Language, paint: Paint): string[] {
  const count = fact.count > 0 ? ` (${formatNumber(fact.count, lang)})` : '';
  const ids = fact.techniques.map(({ id }) => id).join(' ');
  return [
    `  ${harmless(factText(fact, lang))}${count}`,
    paint(
      'dim',
      `      ${inLanguage(STRENGTH_TEXTS[fact.strength], lang)}${ids === '' ? '' : ` · ${ids}`}${idsOf(fact)}`,
    ),
  ];
}

function idsOf({ items }: { readonly items: readonly string[] }): string {
  if (items.length === 0) return '';
  const more = items.length > SHOWN_IDS ? ' …' : '';
  return ` · ${items.slice(0, SHOWN_IDS).join(' ')}${more}`;
}
