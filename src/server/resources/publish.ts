import type { CustodyEntry } from '../../case/store.ts';
import { LANGUAGES } from '../../model/text.ts';
import { GATES } from '../../publish/gates/gate.ts';
import { OVERRIDE_ACTION } from '../../publish/gates/override.ts';
import { noteOf } from '../../publish/note/note.ts';
import { GATE_NAMES } from '../../publish/show/words.ts';
import { AUDIENCES } from '../../silence/index.ts';
import type { PublishAct, PublishJson } from '../api/publish.ts';
import type { DraftWork } from '../case-work/work.ts';
import { json } from '../http/answer.ts';
import { badRequest } from '../http/http-error.ts';
import type { Route, RouteRequest } from '../http/router.ts';
import { Fields } from './fields.ts';
import { knownElection, momentOf } from './told.ts';

/** A docx with pictures, in base64. What is larger is a dump given by mistake; the command takes 64 MB. */
const MOST_BODY = 24 * 2 ** 20;
const MOST_NAMES = 2_000;
const MOST_ACTS = 100;
const MOST_STATED = 2_000;

/** A draft through the gates of publication. */
export const publishRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/publish', handle: (request) => json(publish(request)) },
  {
    method: 'POST',
    path: '/api/publish/check',
    mostBytes: MOST_BODY,
    handle: async (request) => json(await request.context.work.run('publish-check', draftOf(request))),
  },
  {
    method: 'POST',
    path: '/api/publish/override',
    mostBytes: MOST_BODY,
    handle: async (request) => {
      const fields = new Fields(request.body);
      const gate = fields.word('gate', GATES);
      const [by, reason] = [fields.text('by', 200), fields.text('reason', MOST_STATED)];
      const work = { ...draftOf(request), gate, by, reason };
      return json(await request.context.work.run('publish-override', work));
    },
  },
];

function publish({ query, context }: RouteRequest): PublishJson {
  const lang = query.language(context.language);
  const acts = [...context.store.custody()].flatMap(actOf).toReversed().slice(0, MOST_ACTS);
  return { gates: GATES.map((gate) => ({ gate, name: GATE_NAMES[gate][lang] })), acts };
}

function actOf({ action, time, detail }: CustodyEntry): readonly PublishAct[] {
  const text = (name: string): string => (typeof detail[name] === 'string' ? detail[name] : '');
  const [draft, file] = [text('draft'), text('file')];
  if (action === OVERRIDE_ACTION)
    return [{ type: 'overridden', time, draft, gate: text('gate'), by: text('by'), reason: text('reason') }];
  if (action !== 'publish-checked') return [];
  const gates = typeof detail.gates === 'object' && detail.gates !== null ? Object.entries(detail.gates) : [];
  const blocked = gates.flatMap(([gate, outcome]) => (outcome === 'blocks' ? [gate] : []));
  return [{ type: 'checked', time, draft, file, author: text('author') || null, blocked }];
}

/** Throws HttpError 400, 404. */
function draftOf({ body, session, context }: RouteRequest): DraftWork {
  const fields = new Fields(body);
  const [election, at] = [fields.text('election', 100), fields.text('at', 40)];
  return {
    name: fields.text('name', 300) || 'draft.md',
    bytes: bytesOf(fields),
    note: noteOf(fields.record('note', MOST_STATED)),
    names: fields.list('names', MOST_NAMES),
    election: election === '' ? null : knownElection(election),
    at: at === '' ? context.now().getTime() : momentOf('at', at, fields.text('zone', 64)),
    audience: fields.word('audience', AUDIENCES, 'press'),
    lang: fields.word('lang', LANGUAGES, context.language),
    ...{ author: session.author, session: session.mark },
  };
}

function bytesOf(fields: Fields): Uint8Array {
  const bytes = Buffer.from(fields.text('base64', MOST_BODY), 'base64');
  const text = fields.text('text', MOST_BODY);
  if (bytes.length === 0 && text.trim() === '')
    throw badRequest('"text" is the draft, or "base64" the bytes of its file.');
  return bytes.length > 0 ? bytes : Buffer.from(text);
}
