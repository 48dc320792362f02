import type { CaseAction, ReviewAction, SearchAction } from '../../case/review/event.ts';
import { badRequest } from '../http/http-error.ts';

/** Of what people write, in characters. Attack: a note of megabytes, kept in the log for ever and sent to every page. */
const MOST_TAG = 60;
const MOST_NOTE = 20_000;
const MOST_NAME = 120;
const MOST_QUERY = 4_000;
/** The longest name of a zone has 32 characters. */
const MOST_ZONE = 64;

/** A change as a browser sends it, checked. Throws HttpError 400. */
export function readChange(
  body: unknown,
  verdict: string | null,
): { readonly base: number; readonly action: ReviewAction } {
  const { base, change } = record(body);
  if (typeof base !== 'number' || !Number.isSafeInteger(base) || base < 0)
    throw badRequest('"base" is the version the change was made on.');
  return { base, action: readAction(record(change), verdict) };
}

function readAction(change: Readonly<Record<string, unknown>>, verdict: string | null): ReviewAction {
  switch (change.type) {
    case 'tag':
    case 'untag':
      return { type: change.type, tag: text(change.tag, 'tag', MOST_TAG) };
    case 'note':
      return { type: 'note', text: text(change.text, 'text', MOST_NOTE) };
    case 'edit-note':
      return {
        type: 'edit-note',
        note: text(change.note, 'note', 20),
        text: text(change.text, 'text', MOST_NOTE),
      };
    case 'remove-note':
      return { type: 'remove-note', note: text(change.note, 'note', 20) };
    case 'check':
    case 'sign-off':
      // What the item shows now is what is signed, whatever the page still showed.
      return { type: change.type, verdict };
    case 'uncheck':
    case 'withdraw-sign-off':
    case 'collect':
    case 'uncollect':
      return { type: change.type };
    default:
      throw badRequest('There is no such change.');
  }
}

/** Throws HttpError 400. */
export function readSearchChange(body: unknown): SearchAction {
  const change = record(body);
  if (change.type === 'remove-search') return { type: 'remove-search', id: text(change.id, 'id', 20) };
  if (change.type !== 'save-search') throw badRequest('There is no such change.');
  const query = typeof change.query === 'string' ? change.query.slice(0, MOST_QUERY) : '';
  return { type: 'save-search', name: text(change.name, 'name', MOST_NAME), query };
}

/** A zone as this Node names it. Throws HttpError 400 for what is no name of a zone, an offset among them. */
export function readZoneChange(body: unknown): CaseAction {
  const zone = text(record(body).zone, 'zone', MOST_ZONE);
  try {
    if (!/^[A-Za-z]/.test(zone)) throw new RangeError('an offset has no summer time');
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions();
    return { type: 'set-zone', zone: timeZone };
  } catch {
    throw badRequest('"zone" is the IANA name of a zone, as Europe/Paris.');
  }
}

/** A name people sign with. */
export function readAuthor(value: unknown): string {
  return text(value, 'author', MOST_NAME);
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function text(value: unknown, name: string, most: number): string {
  const trimmed = typeof value === 'string' ? value.toWellFormed().trim() : '';
  if (trimmed === '' || trimmed.length > most)
    throw badRequest(`"${name}" is a text of 1 to ${most} characters.`);
  return trimmed;
}
