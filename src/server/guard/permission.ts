import { HttpError } from '../http/http-error.ts';
import type { Route } from '../http/router.ts';
import type { Session } from './sessions.ts';

/** Of the review, what takes a lead: it is what the outside is told. */
const LEADS_ONLY: ReadonlySet<string> = new Set(['sign-off', 'withdraw-sign-off']);

/** Throws HttpError 403 `not-allowed` where the account's role does not reach. Without accounts everybody may do all. */
export function checkPermission({ role }: Session, { method, path }: Route, body: unknown): void {
  if (role === undefined || method !== 'POST') return;
  if (path === '/api/session')
    throw new HttpError(403, 'not-allowed', {
      en: 'An account has its own name.',
      fr: 'Un compte a son propre nom.',
    });
  if (path === '/api/publish/override' && role !== 'lead')
    throw new HttpError(403, 'not-allowed', {
      en: 'Only a lead goes through a gate.',
      fr: 'Seul un responsable passe outre une porte.',
    });
  if (!path.startsWith('/api/review/')) return;
  if (role === 'reader')
    throw new HttpError(403, 'not-allowed', {
      en: 'This account may read, and not review.',
      fr: 'Ce compte peut lire, pas relire.',
    });
  if (role !== 'lead' && LEADS_ONLY.has(actionOf(body)))
    throw new HttpError(403, 'not-allowed', {
      en: 'Only a lead signs off.',
      fr: 'Seul un responsable valide.',
    });
}

/** Of a change of the review. */
function actionOf(body: unknown): string {
  const type = field(field(body, 'change'), 'type');
  return typeof type === 'string' ? type : '';
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** What an account looked at or took away, for the custody log; null for what is no access to an item. */
export function accessOf(
  { role, author, mark }: Session,
  { method, path }: Route,
  parameters: Readonly<Record<string, string>>,
): { readonly action: string; readonly detail: Readonly<Record<string, unknown>> } | null {
  if (role === undefined) return null;
  const action =
    path === '/api/items/:id'
      ? 'item-read'
      : path === '/api/items/:id/download' && method === 'POST'
        ? 'item-taken'
        : null;
  return action === null ? null : { action, detail: { account: author, session: mark, item: parameters.id } };
}
