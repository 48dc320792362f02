/** Forgeries in what a message carries. See `forgeries.ts`. */
import type { DocumentContent } from '../documents/document.ts';
import { attach } from '../documents/document.ts';
import { withContentOf } from '../edits/rewrite.ts';
import type { Maker } from '../kind.ts';
import type { Random } from '../random.ts';
import { otherLie } from './texts.ts';

/** A line more, in the manner of the lines around it. */
function lineAdded(content: DocumentContent, random: Random) {
  const after = content.lines.at(-1)?.includes('\t')
    ? `Divers\t${random.between(2, 90)}00`
    : otherLie(random.chance(0.5) ? 'fr' : 'en', random);
  const lines = [...content.lines];
  lines.splice(random.between(1, lines.length), 0, after);
  return { content: { ...content, lines }, before: '', after };
}

export const swapped = (wants: Maker['wants']): Maker => ({
  wants: (copy, world) =>
    copy.sent.draft.attachments.some(({ content }) => content.kind !== 'png') && wants(copy, world),
  make: (world, copy, random) => {
    const { draft } = copy.sent;
    const changed = draft.attachments.map((old) => ({ old, ...lineAdded(old.content, random) }));
    const attachments = changed.map(({ old, content }) => attach(old.name, content));
    return {
      wire: withContentOf(world, copy, { ...draft, attachments }),
      changes: changed.map(({ before, after }) => ({ part: 'attachments', before, after })),
    };
  },
});

export const tainted: Maker = {
  wants: ({ sent }) =>
    sent.draft.attachments.some(({ content }) => content.kind === 'docx' || content.kind === 'xlsx'),
  make: (_world, copy, random) => {
    const old = copy.sent.draft.attachments.find(({ content }) => /^(?:docx|xlsx)$/u.test(content.kind));
    if (old === undefined) throw new RangeError('no office document to work on');
    const { content, before, after } = lineAdded(old.content, random);
    return {
      wire: copy.wire,
      file: { name: old.name, bytes: attach(old.name, content).bytes, loose: true },
      besides: true,
      original: null,
      signer: null,
      changes: [{ part: 'document', before, after }],
    };
  },
};
