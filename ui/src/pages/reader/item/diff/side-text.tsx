import type { DiffPiece } from '../../../../../../src/server/api/item.ts';
import { t } from '../../../../i18n/t.ts';
import { DIFF } from './diff-texts.ts';
import { folded } from './folded.ts';

interface Props {
  readonly pieces: readonly DiffPiece[];
  readonly side: 'left' | 'right';
}

/** One side of a comparison: what both have, folded where it is long, and what only this one has. */
export function SideText({ pieces, side }: Props) {
  const mine = side === 'left' ? 'removed' : 'added';
  return (
    <div class="mail-text">
      {pieces.map(({ type, text }, index) => {
        if (type === 'same') {
          // Without any difference there is nothing to be near to: the text stands whole.
          const place = { first: index === 0, last: index === pieces.length - 1 };
          return pieces.length === 1 ? text : <Same key={index} text={text} place={place} />;
        }
        if (type !== mine) return null;
        return type === 'added' ? <ins key={index}>{text}</ins> : <del key={index}>{text}</del>;
      })}
    </div>
  );
}

function Same({ text, place }: { readonly text: string; readonly place: Parameters<typeof folded>[1] }) {
  const { before, left, after } = folded(text, place);
  return (
    <>
      {before}
      {left > 0 && <span class="skipped soft">{t(DIFF.skipped, { n: left })}</span>}
      {after}
    </>
  );
}
