/** Documents and attachments that were exchanged or touched: 12, 13 and 20 of the list. */
import type { Copy } from '../copies.ts';
import { type Attachment, attach, type DocumentContent } from '../documents/document.ts';
import { withContentOf } from '../edits/rewrite.ts';
import { isPersonal, isUnsigned, type Kind, type Made, type Maker } from '../kind.ts';
import type { Random } from '../random.ts';
import type { World } from '../world.ts';

const hasDocument = ({ sent }: Copy): boolean =>
  sent.draft.attachments.some(({ content }) => content.kind !== 'png');
const hasOffice = ({ sent }: Copy): boolean =>
  sent.draft.attachments.some(({ content }) => content.kind === 'docx' || content.kind === 'xlsx');

/** One figure of the document is another. */
function figureChanged(
  content: DocumentContent,
  random: Random,
): { readonly content: DocumentContent; readonly before: string; readonly after: string } {
  const lines = [...content.lines];
  const candidates = lines.flatMap((line, index) => (/\d{2,}/u.test(line) ? [index] : []));
  const index = candidates[random.between(0, candidates.length - 1)] ?? 0;
  const line = lines[index] ?? '';
  const before = /\d{2,}/u.exec(line)?.[0] ?? '';
  const after = `${random.between(1, 9)}${before}`;
  lines[index] = line.replace(before, after);
  return { content: { ...content, lines }, before, after };
}

/** One line of it is gone. */
function lineCut(
  content: DocumentContent,
  random: Random,
): { readonly content: DocumentContent; readonly before: string; readonly after: string } {
  const index = random.between(1, content.lines.length - 1);
  const before = content.lines[index] ?? '';
  return { content: { ...content, lines: content.lines.filter((_, at) => at !== index) }, before, after: '' };
}

type DocumentEdit = typeof figureChanged;

const swapper = (wants: Maker['wants'], edit: DocumentEdit, scrub: boolean): Maker => ({
  wants: (copy, world) => hasDocument(copy) && wants(copy, world),
  make: (world, copy, random) => {
    const { draft } = copy.sent;
    const changed = draft.attachments.map((each) => swapped(each, edit, scrub, random));
    return {
      wire: withContentOf(world, copy, {
        ...draft,
        attachments: changed.map(({ attachment }) => attachment),
      }),
      changes: changed.map(({ before, after }) => ({ part: 'attachments', before, after })),
    };
  },
});

function swapped(
  old: Attachment,
  edit: DocumentEdit,
  scrub: boolean,
  random: Random,
): { readonly attachment: Attachment; readonly before: string; readonly after: string } {
  const { content, before, after } = edit(old.content, random);
  const { facts } = content;
  const cleaned = scrub ? { ...facts, author: '', lastModifiedBy: '', modified: facts.created } : facts;
  return { attachment: attach(old.name, { ...content, facts: cleaned }), before, after };
}

export const attachmentSwappedSigned: Kind = {
  name: 'attachment-swapped-signed',
  class: 'forgery',
  number: 12,
  detectableBy: ['item', 'key', 'reference'],
  makers: {
    development: swapper(isPersonal, figureChanged, false),
    'held-out': swapper(isPersonal, lineCut, false),
  },
  summary: 'an attachment of a signed message was exchanged',
};

export const attachmentSwappedUnsigned: Kind = {
  name: 'attachment-swapped-unsigned',
  class: 'forgery',
  number: 13,
  detectableBy: ['reference'],
  makers: {
    development: swapper(isUnsigned, figureChanged, true),
    'held-out': swapper(isUnsigned, lineCut, true),
  },
  summary: 'an attachment of an unsigned message was exchanged, and its properties emptied',
};

/** Who saved the batch, and when: all within four minutes, some days after the theft. */
const STRANGERS = ['Гость', 'Администратор', 'user01'];

function saved(world: World, content: DocumentContent, random: Random): DocumentContent {
  const modified = world.end + 3 * 86_400_000 + random.between(0, 239) * 1000;
  const stranger = STRANGERS[world.seed.length % STRANGERS.length] ?? 'user01';
  return { ...content, facts: { ...content.facts, lastModifiedBy: stranger, modified } };
}

function loose(copy: Copy, content: DocumentContent, name: string, changes: Made['changes']): Made {
  const { bytes } = attach(name, content);
  return {
    wire: copy.wire,
    file: { name, bytes, loose: true },
    besides: true,
    original: null,
    signer: null,
    changes,
  };
}

function officeOf(copy: Copy): Attachment {
  const found = copy.sent.draft.attachments.find(
    ({ content }) => content.kind === 'docx' || content.kind === 'xlsx',
  );
  if (found === undefined) throw new RangeError('no office document to work on');
  return found;
}

const tainter = (edit: DocumentEdit, scrub: boolean): Maker => ({
  wants: hasOffice,
  make: (world, copy, random) => {
    const old = officeOf(copy);
    const { content, before, after } = edit(old.content, random);
    const touched = scrub ? content : saved(world, content, random);
    return loose(copy, touched, old.name, [{ part: 'document', before, after }]);
  },
});

export const taintedDocument: Kind = {
  name: 'tainted-document',
  class: 'forgery',
  number: 20,
  detectableBy: ['leak', 'reference'],
  makers: { development: tainter(figureChanged, false), 'held-out': tainter(lineCut, true) },
  summary: 'a real document with a figure changed or a line cut',
};

const toucher: Maker = {
  wants: hasOffice,
  make: (world, copy, random) => {
    const old = officeOf(copy);
    return loose(copy, saved(world, old.content, random), old.name, []);
  },
};

export const batchTouched: Kind = {
  name: 'batch-touched',
  class: 'touched',
  number: null,
  detectableBy: [],
  makers: { development: toucher, 'held-out': toucher },
  summary: 'opened and saved by a stranger within four minutes of the others; the words are as they were',
};
