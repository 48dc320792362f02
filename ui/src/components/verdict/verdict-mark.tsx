import './verdict.css';
import type { ShownVerdict } from './shown-verdict.ts';
import { VerdictShape } from './verdict-shape.tsx';
import { verdictMeaning, verdictWord } from './verdict-texts.ts';

interface Props {
  readonly verdict: ShownVerdict;
  /** `badge`: on a wash, beside a title. `line`: in a list. */
  readonly look?: 'badge' | 'line';
}

/** A verdict as shape and word. */
export function VerdictMark({ verdict, look = 'line' }: Props) {
  return (
    <span class={`verdict ${look} ${verdict}`} title={verdictMeaning(verdict)}>
      <VerdictShape verdict={verdict} />
      {verdictWord(verdict)}
    </span>
  );
}
