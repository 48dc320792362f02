import { AUDIENCES, PROFILES } from '../../dossier/audience.ts';
import { inLanguage } from '../../judge/texts/in-language.ts';
import { LANGUAGES } from '../../model/text.ts';
import type { DossiersJson, MadeDossierJson } from '../api/dossier.ts';
import type { KeptDossier } from '../case-work/kept-dossiers.ts';
import { type Answer, json } from '../http/answer.ts';
import { HttpError } from '../http/http-error.ts';
import type { Route, RouteRequest } from '../http/router.ts';
import { LEAK_DOCUMENT_HEADERS } from '../http/security-headers.ts';
import { Fields } from './fields.ts';
import { readTold } from './told.ts';

/** Dossiers to hand on, made from the case and looked at before they go. */
export const dossierRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/dossiers', handle: (request) => json(dossiers(request)) },
  { method: 'POST', path: '/api/dossiers', handle: async (request) => json(await make(request)) },
  { method: 'GET', path: '/api/dossiers/:id/:file', handle: file },
];

function dossiers({ query, context }: RouteRequest): DossiersJson {
  const lang = query.language(context.language);
  return {
    audiences: AUDIENCES.map((audience) => {
      const { name, purpose, words } = PROFILES[audience];
      return { audience, name: inLanguage(name, lang), purpose: inLanguage(purpose, lang), words };
    }),
    made: context.dossiers.all().map(madeJson),
    pdf: context.printer.isAvailable,
  };
}

async function make({ body, session, context }: RouteRequest): Promise<MadeDossierJson> {
  const fields = new Fields(body);
  const audience = fields.word('for', AUDIENCES, 'internal');
  const lang = fields.word('lang', LANGUAGES, context.language);
  const told = readTold(context.store.directory, {
    published: fields.text('published', 40),
    statement: fields.text('statement', 40),
    election: fields.text('election', 100),
    zone: fields.text('zone', 64),
    matrix: fields.flag('matrix'),
  });
  const { author, mark } = session;
  const now = context.now();
  const question = { audience, told, lang, at: now.getTime(), version: context.version };
  const made = await context.work.run('dossier', question);
  // What cannot be logged is not handed out.
  context.store.log('dossier-written', { for: audience, lang, author, session: mark });
  return madeJson(context.dossiers.keep({ made, author, time: now.toISOString() }));
}

const TYPES: Readonly<Record<string, string>> = {
  'dossier.html': 'text/html; charset=utf-8',
  'statement.md': 'text/markdown; charset=utf-8',
};

/** Printed on demand: of four dossiers made, one is handed on. */
const PDF = 'dossier.pdf';

async function file({ path, query, context }: RouteRequest): Promise<Answer> {
  const kept = context.dossiers.find(path.id ?? '');
  const name = path.file ?? '';
  const contentType = name === PDF ? 'application/pdf' : Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
  if (kept === null || contentType === undefined)
    throw new HttpError(404, 'no-dossier', {
      en: 'There is no such dossier any more: make it again.',
      fr: 'Ce dossier n’existe plus\u00a0: refaites-le.',
    });
  const { summary } = kept.made;
  const saved = `${name.replace('.', `-${summary.for}-${summary.lang}.`)}`;
  const asFile = query.word('download', ['0', '1'], '0') === '1' || name !== 'dossier.html';
  return {
    type: 'bytes',
    bytes: name === PDF ? await context.printer.print(kept, kept.made.html) : Buffer.from(textOf(kept, name)),
    contentType,
    headers: {
      ...LEAK_DOCUMENT_HEADERS,
      ...(asFile && { 'Content-Disposition': `attachment; filename="${saved}"` }),
    },
  };
}

function textOf({ made }: KeptDossier, name: string): string {
  return name === 'dossier.html' ? made.html : made.statement;
}

function madeJson(kept: KeptDossier): MadeDossierJson {
  const { id, time, author, made } = kept;
  const { summary } = made;
  return {
    ...{ id, time, author, for: summary.for, lang: summary.lang },
    claims: summary.claims.map(({ text, items }) => ({ text, items })),
    faults: summary.faults.length,
    gates: summary.gates,
    silenceInForce: summary.silenceInForce,
    files: Object.keys(TYPES).map((name) => ({
      name,
      url: `/api/dossiers/${id}/${name}`,
      size: Buffer.byteLength(textOf(kept, name)),
    })),
  };
}
