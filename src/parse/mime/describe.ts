/** What the MIME fields of a part say about it. */
import type { Defect } from '../../model/index.ts';
import { unfoldValue } from './header-value.ts';
import type { HeaderBlock, HeaderField } from './headers.ts';
import { type Parameterised, parseParameters } from './parameters.ts';

export interface PartDescription {
  readonly type: string;
  readonly params: Readonly<Record<string, string>>;
  readonly disposition: string;
  readonly filename: string | null;
  readonly encoding: string;
  readonly contentId: string | null;
}

/** Reads Content-Type, -Disposition, -Transfer-Encoding and -ID; of a field written twice the first. */
export function describePart(block: HeaderBlock, defaultType: string, defects: Defect[]): PartDescription {
  const found = mimeFields(block, defects);
  const type = contentType(block, found.get('content-type'), defaultType, defects);
  const disposition = parameterised(block, found.get('content-disposition'));
  return {
    type: type.value,
    params: type.params,
    disposition: disposition.value,
    filename: fileName(disposition.params.filename ?? type.params.name ?? disposition.params.name),
    encoding: transferEncoding(block, found.get('content-transfer-encoding')),
    contentId: contentId(block, found.get('content-id')),
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

function mimeFields(block: HeaderBlock, defects: Defect[]): Map<string, HeaderField> {
  const found = new Map<string, HeaderField>();
  for (const field of block.fields) {
    if (!ONCE.has(field.key)) continue;
    if (!found.has(field.key)) found.set(field.key, field);
    else defects.push({ code: 'duplicate-header', at: field.range, detail: field.key });
  }
  return found;
}

function fieldText(block: HeaderBlock, field: HeaderField | undefined): string {
  if (field === undefined) return '';
  return unfoldValue(block.text.slice(field.colon + 1 - block.base, field.range.end - block.base));
}

const NONE: Parameterised = { value: '', params: Object.freeze(Object.create(null)) };

function parameterised(block: HeaderBlock, field: HeaderField | undefined): Parameterised {
  return field === undefined ? NONE : parseParameters(fieldText(block, field));
}

const TYPE = /^[!#$%&'*+\-.^_`{|}~\w]+\/[!#$%&'*+\-.^_`{|}~\w]+/;

function contentType(
  block: HeaderBlock,
  field: HeaderField | undefined,
  defaultType: string,
  defects: Defect[],
): Parameterised {
  if (field === undefined) return { value: defaultType, params: NONE.params };
  const parsed = parameterised(block, field);
  const plain = TYPE.exec(parsed.value.replace(/\s*\/\s*/, '/'))?.[0];
  if (plain === parsed.value) return parsed;
  defects.push({ code: 'bad-content-type', at: field.range });
  if (plain !== undefined) return { value: plain, params: parsed.params };
  return { value: parsed.value === 'multipart' ? 'multipart/mixed' : defaultType, params: parsed.params };
}

function transferEncoding(block: HeaderBlock, field: HeaderField | undefined): string {
  const text = fieldText(block, field).toLowerCase();
  const token = /[^\s;"'()]+/.exec(text.replace(/\([^()]*\)/g, ' '))?.[0] ?? '7bit';
  return token;
}

function contentId(block: HeaderBlock, field: HeaderField | undefined): string | null {
  const text = fieldText(block, field);
  return (/<([^<>]*)>/.exec(text)?.[1] ?? text).trim() || null;
}

/** Null rather than an empty name. What it may do to a path is the business of whoever writes files. */
function fileName(written: string | undefined): string | null {
  const name = written?.trim() ?? '';
  return name === '' ? null : name;
}
