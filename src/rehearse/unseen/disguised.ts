/** Forgeries that look like what lists and filters add. See `forgeries.ts`. */
import { needleOf, withContentOf } from '../edits/rewrite.ts';
import { isPersonal, type Maker } from '../kind.ts';
import { withFooter } from '../route/lists.ts';
import { prepend, utf8 } from '../wire/wire.ts';
import { otherLie } from './texts.ts';

export const footerDisguise: Maker = {
  wants: isPersonal,
  make: (world, copy, random) => {
    const { list } = world.cast;
    const after = otherLie(copy.sent.draft.lang, random);
    const host = list.split('@')[1] ?? list;
    const footer = `-- \r\nYou received this message because you are subscribed to ${list}.\r\n${after}\r\nTo unsubscribe: https://${host}/leave\r\n`;
    const footed = withFooter(copy.wire, utf8(footer), `=_list_${random.hex(12)}`);
    return {
      wire: prepend(footed, ['List-Id', `<${list.replace('@', '.')}>`], ['Precedence', 'list']),
      changes: [{ part: 'body', before: '', after, needle: utf8(after) }],
    };
  },
};

export const bannerDisguise: Maker = {
  wants: isPersonal,
  make: (world, copy, random) => {
    const { draft } = copy.sent;
    const after = otherLie(draft.lang, random);
    const text = `External email. ${after} Be careful with links and attachments.\n\n${draft.text}`;
    return {
      wire: withContentOf(world, copy, { ...draft, text }),
      changes: [{ part: 'body', before: '', after, needle: needleOf({ ...draft, text }, after) }],
    };
  },
};
