import { CORNERS } from '../../dossier/operation/diamond-fact.ts';
import { CORNER_TEXTS, GROUND_TEXTS, STAGE_TEXTS, STRENGTH_TEXTS } from '../../dossier/operation/texts.ts';
import { inLanguage } from '../../judge/texts/in-language.ts';
import type { OperationJson } from '../api/operation.ts';
import type { CaseTasks } from '../case-work/work.ts';
import type { ServerContext } from '../context.ts';
import { json } from '../http/answer.ts';
import type { Route, RouteRequest } from '../http/router.ts';
import { linksOf } from './item-of.ts';
import { readTold } from './told.ts';

/** Items named of each event; the rest is a count. */
const MOST_NAMED = 6;

/** The operation as the case shows it: time line and diamond. */
export const operationRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/operation', handle: async (request) => json(await operation(request)) },
];

async function operation({ query, context }: RouteRequest): Promise<OperationJson> {
  const lang = query.language(context.language);
  const told = readTold(context.store.directory, {
    published: query.text('published', 40),
    statement: query.text('statement', 40),
    election: query.text('election', 100),
    zone: query.text('zone', 64),
    matrix: query.word('matrix', ['0', '1'], '0') === '1',
  });
  const { events, diamond, looked } = await operationOf(context, { told, lang });
  const named = (ids: readonly string[]) => linksOf(context.store, ids.slice(0, MOST_NAMED));
  return {
    looked: { ...looked, matrix: told.matrix !== null },
    events: events.map(({ stage, code, from, to, zone, ground, text, count, items }) => ({
      ...{ stage, code, from, to, zone, ground, text, count },
      stageTitle: inLanguage(STAGE_TEXTS[stage], lang),
      groundText: inLanguage(GROUND_TEXTS[ground], lang),
      items: named(items),
    })),
    diamond: CORNERS.map((corner) => ({
      corner,
      title: inLanguage(CORNER_TEXTS[corner], lang),
      facts: diamond[corner].map(({ code, strength, text, count, items, techniques }) => ({
        ...{ code, strength, text, count },
        strengthText: inLanguage(STRENGTH_TEXTS[strength], lang),
        items: named(items),
        techniques: techniques.map(({ id, name }) => ({ id, name })),
      })),
    })),
  };
}

/** Worked out once for a state of the case and what was told: the page is opened again and again. */
function operationOf(
  { work, view, spread }: ServerContext,
  input: CaseTasks['operation']['input'],
): Promise<CaseTasks['operation']['output']> {
  const name = `operation ${spread.version()} ${JSON.stringify(input)}`;
  return view.current.promised(name, () => work.run('operation', input));
}
