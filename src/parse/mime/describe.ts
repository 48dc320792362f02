/** What the MIME fields of a part say about it. */
import type { Defect } from '../../model/index.ts';
import { headerValue } from './header-value.ts';
import type { HeaderField } from './headers.ts';
import { type Parameterised, parseParameters } from './parameters.ts';

/** The MIME fields of a part, defaults in place (RFC 2045 5.2). */
export interface PartDescription {
  readonly type: string;
  readonly params: Readonly<Record<string, string>>;
  readonly disposition: string;
  readonly filename: string | null;
  readonly encoding: string;
  readonly contentId: string | null;
}

/** Reads Content-Type, -Disposition, -Transfer-Encoding and -ID; of a field written twice the first. */
export function describePart(
  bytes: Uint8Array,
  fields: readonly HeaderField[],
  defaultType: string,
  defects: Defect[],
): PartDescription {
  const found = mimeFields(fields, defects);
  const type = contentType(bytes, found.get('content-type'), defaultType, defects);
  const disposition = parameterised(bytes, found.get('content-disposition'));
  return {
    type: type.value,
    params: type.params,
    disposition: disposition.value,
    filename: fileName(disposition.params.filename ?? type.params.name ?? disposition.params.name),
    encoding: transferEncoding(bytes, found.get('content-transfer-encoding')),
    contentId: contentId(bytes, found.get('content-id')),
  };
}

/** Fields that change how the message is read: written twice, two readers may see two messages. */
const ONCE = new Set([
  'content-type',
  'content-transfer-encoding',
  'content-disposition',
  'content-id',
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'bcc',
  'message-id',
  'in-reply-to',
  'references',
  'subject',
  'date',
  'mime-version',
]);

function mimeFields(fields: readonly HeaderField[], defects: Defect[]): Map<string, HeaderField> {
  const found = new Map<string, HeaderField>();
  for (const field of fields) {
    if (!ONCE.has(field.key)) continue;
    if (!found.has(field.key)) found.set(field.key, field);
    else defects.push({ code: 'duplicate-header', at: field.range, detail: field.key });
  }
  return found;
}

function fieldText(bytes: Uint8Array, field: HeaderField | undefined): string {
  return field === undefined ? '' : headerValue(bytes, field);
}

const NONE: Parameterised = { value: '', params: Object.freeze(Object.create(null)) };

function parameterised(bytes: Uint8Array, field: HeaderField | undefined): Parameterised {
  return field === undefined ? NONE : parseParameters(fieldText(bytes, field));
}

const TYPE = /^[!#$%&'*+\-.^_`{|}~\w]+\/[!#$%&'*+\-.^_`{|}~\w]+/;

function contentType(
  bytes: Uint8Array,
  field: HeaderField | undefined,
  defaultType: string,
  defects: Defect[],
): Parameterised {
  if (field === undefined) return { value: defaultType, params: NONE.params };
  const parsed = parameterised(bytes, field);
  const plain = TYPE.exec(parsed.value.replace(/\s*\/\s*/, '/'))?.[0];
  if (plain === parsed.value) return parsed;
  defects.push({ code: 'bad-content-type', at: field.range });
  if (plain !== undefined) return { value: plain, params: parsed.params };
  return { value: parsed.value === 'multipart' ? 'multipart/mixed' : defaultType, params: parsed.params };
}

function transferEncoding(bytes: Uint8Array, field: HeaderField | undefined): string {
  const text = fieldText(bytes, field).toLowerCase();
  const token = /[^\s;"'()]+/.exec(text.replace(/\([^()]*\)/g, ' '))?.[0] ?? '7bit';
  return token;
}

function contentId(bytes: Uint8Array, field: HeaderField | undefined): string | null {
  const text = fieldText(bytes, field);
  return (/<([^<>]*)>/.exec(text)?.[1] ?? text).trim() || null;
}

/** Null rather than an empty name. What it may do to a path is the business of whoever writes files. */
function fileName(written: string | undefined): string | null {
  const name = written?.trim() ?? '';
  return name === '' ? null : name;
}
