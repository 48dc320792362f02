import type { DiffPiece } from '../../../../../../src/server/api/item.ts';
import { t } from '../../../../i18n/t.ts';
import { DIFF } from './diff-texts.ts';

/** Longer stretches that are the same are folded, this much of them left at either end. */
const KEPT = 120;

interface Props {
  readonly pieces: readonly DiffPiece[];
  readonly side: 'left' | 'right';
}

/** One side of a comparison: what both have, and what only this one has. */
export function SideText({ pieces, side }: Props) {
  const mine = side === 'left' ? 'removed' : 'added';
  return (
    <div class="mail-text">
      {pieces.map(({ type, text }, index) => {
        if (type === 'same') return <Same key={index} text={text} />;
        if (type !== mine) return null;
        return type === 'added' ? <ins key={index}>{text}</ins> : <del key={index}>{text}</del>;
      })}
    </div>
  );
}

function Same({ text }: { readonly text: string }) {
  if (text.length <= 3 * KEPT) return <>{text}</>;
  return (
    <>
      {text.slice(0, KEPT)}
      <span class="skipped soft">{t(DIFF.skipped, { n: text.length - 2 * KEPT })}</span>
      {text.slice(-KEPT)}
    </>
  );
}
