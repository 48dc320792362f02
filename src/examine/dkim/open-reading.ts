import { type Parameterised, parseParameters } from '../../parse/mime/parameters.ts';
import { isReadWorse } from '../../parse/text/guess-charset.ts';
import type { MessageView } from './message-view.ts';
import { typeDecidesParts } from './open-parts.ts';
import { joinsWords, showsEncoding, showsMarkup, showsSeldomMarkup } from './open-text.ts';
import { decodeTransfer, transferEncodingOf } from './undo/encodings.ts';
import type { ContentField } from './unsigned-reading.ts';

/**
 * What a reader is shown by a field that nobody signed, and would be shown otherwise without it; honest mail is sometimes so.
 * Stable codes of weaknesses: `open-charset` other letters, `open-breaks` other words where lines are joined, `open-type`
 * another kind of text, `open-parts` other parts, `open-file-name` a file of that name.
 */
export type OpenReading = 'open-charset' | 'open-breaks' | 'open-type' | 'open-parts' | 'open-file-name';

/**
 * Where Content-Type, Content-Transfer-Encoding or Content-Disposition are not signed, whether what is shown hangs on what
 * they say. Half of all mail leaves them open and reads alike whatever they say; this names the rest. `open`: the names of
 * those not signed. Null where nothing hangs on them.
 */
export function openReading(
  view: MessageView,
  open: readonly (ContentField | 'content-disposition')[],
): OpenReading | null {
  const type = parametersOf(view, 'content-type') ?? PLAIN;
  if (isNamedByOpen(view, type, open)) return 'open-file-name';
  const isTypeOpen = open.includes('content-type');
  if (type.value.startsWith('multipart/'))
    return isTypeOpen && typeDecidesParts(view, type) ? 'open-parts' : null;
  const body = view.bytes.subarray(view.bodyStart, view.bodyStart + MOST_READ);
  const encoding = transferEncodingOf(parametersOf(view, 'content-transfer-encoding')?.value ?? '');
  const isShownEncoded = encoding === 'identity' && showsEncoding(body);
  if (open.includes('content-transfer-encoding') && isShownEncoded) return 'open-type';
  return isTypeOpen ? readingOfText(type, decodeTransfer(body, encoding)) : null;
}

/** Read for each signature that leaves the fields open. Attack: bodies of megabytes. */
const MOST_READ = 64 * 1024;
const PLAIN: Parameterised = { value: 'text/plain', params: {} };

function parametersOf(view: MessageView, name: string): Parameterised | null {
  const field = view.index.get(name)?.[0];
  return field === undefined ? null : parseParameters(view.valueOf(field).replace(/\r?\n/g, '').trim());
}

/** A message that is one file bears its name in its header, and nowhere else; a disposition also makes a file of a text. */
function isNamedByOpen(view: MessageView, type: Parameterised, open: readonly string[]): boolean {
  if (open.includes('content-disposition')) {
    const { value, params } = parametersOf(view, 'content-disposition') ?? PLAIN;
    const isFile = value === 'attachment' || params.filename !== undefined;
    // Where the signed name is the same, nothing hangs on this one.
    const isSignedToo = !open.includes('content-type') && params.filename === type.params.name;
    if (isFile && !isSignedToo) return true;
  }
  return (
    open.includes('content-type') && type.params.name !== undefined && !type.value.startsWith('multipart/')
  );
}

function readingOfText({ value, params }: Parameterised, text: Buffer): OpenReading | null {
  if (value === 'text/html') return showsSeldomMarkup(text) ? 'open-type' : null;
  if (SELDOM.test(value)) return 'open-type';
  if (value !== 'text/plain') return null;
  if (showsMarkup(text)) return 'open-type';
  const isFlowed = params.format?.toLowerCase() === 'flowed';
  if (isFlowed && params.delsp?.toLowerCase() === 'yes' && joinsWords(text)) return 'open-breaks';
  return params.charset !== undefined && isReadWorse(text, params.charset) ? 'open-charset' : null;
}

/** Types that hardly any sender writes for a whole message, and that show other words or none of what is there. */
const SELDOM = /^(?:message\/|text\/(?:enriched|richtext|rtf|x-|xml|css))/;
