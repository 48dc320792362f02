import { parseParameters } from '../../parse/mime/parameters.ts';
import type { MessageView } from './message-view.ts';

/**
 * Whether a server of Microsoft Exchange has put the parts together anew: it keeps properties and not MIME (MS-OXCMAIL section
 * 2.1), and writes boundaries of its own (`_000_…_`) when mail is fetched from it. Then no body hash of another system's mail
 * holds, and its not holding says nothing. Exchange names the boundaries of mail that it sends itself after their Message-ID.
 *
 * A signature that covers the Content-Type was made over the boundary that stands there, whoever wrote it: what does not
 * hold then is the text. Attack: a text edited in a mail whose sender's own server writes such boundaries.
 *
 * @param signedNames names of h=, in lower case
 */
export function wasRemade(view: MessageView, signedNames: readonly string[]): boolean {
  if (signedNames.includes('content-type')) return false;
  const [field] = view.index.get('content-type') ?? [];
  if (field === undefined) return false;
  const boundary = parseParameters(view.valueOf(field).replace(/\r?\n/g, '').trim()).params.boundary ?? '';
  const own = /^_\d{3}_([0-9A-Za-z.-]{16,100})_$/.exec(boundary)?.[1];
  if (own === undefined || !hasPassedExchange(view)) return false;
  const [id] = view.index.get('message-id') ?? [];
  const left = id === undefined ? '' : (view.valueOf(id).slice(0, LONGEST_ID).split('@')[0] ?? '');
  const name = bare(left);
  return name === '' || !bare(own).startsWith(name);
}

/** Attack: a Message-ID of megabytes. */
const LONGEST_ID = 1000;

function hasPassedExchange(view: MessageView): boolean {
  return view.headers.some(({ key }) => key.startsWith('x-ms-exchange-'));
}

function bare(text: string): string {
  return text.replace(/[^0-9A-Za-z]/g, '').toLowerCase();
}
