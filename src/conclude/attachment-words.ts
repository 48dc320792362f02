import type { CaseStore, SearchHit } from '../case/store.ts';
import { diffWords } from '../examine/reference/diff.ts';
import type { Difference } from '../judge/evidence.ts';

interface Carrier {
  readonly row: number;
}

/** Attack: a message with a thousand attachments, all exchanged. */
const MOST_FILES = 4;

/**
 * Differences between two messages with the words in which their files differ, where files were exchanged: two
 * hashes say that a contract is another, and not that its price is. Files are paired by name, the last ones left
 * over on both sides with each other; where a text cannot be read, the hashes stand alone.
 */
export function withAttachmentWords(
  store: Pick<CaseStore, 'itemByRow' | 'childrenOf' | 'textOf'>,
  differences: readonly Difference[],
  from: Carrier,
  to: Carrier,
): readonly Difference[] {
  if (!differences.some(({ part }) => part === 'attachments')) return differences;
  const [before, after] = [filesOf(store, from), filesOf(store, to)];
  const gone = before.filter(({ sha256 }) => !after.some((file) => file.sha256 === sha256));
  const come = after.filter(({ sha256 }) => !before.some((file) => file.sha256 === sha256));
  const words = pairsOf(gone, come).flatMap(([old, other]): readonly Difference[] => {
    const texts = [store.textOf(old.row), store.textOf(other.row)] as const;
    if (texts.includes('')) return [];
    const { changes, onlyAdded } = diffWords(...texts);
    return changes.length === 0 ? [] : [{ part: 'document', changes, onlyAdded }];
  });
  return [...differences, ...words];
}

function filesOf(store: Pick<CaseStore, 'itemByRow' | 'childrenOf'>, { row }: Carrier): readonly SearchHit[] {
  const item = store.itemByRow(row);
  return item === null ? [] : store.childrenOf(item.path, item.role);
}

/** Of one name, or what is left when all others have found theirs. */
function pairsOf(
  gone: readonly SearchHit[],
  come: readonly SearchHit[],
): readonly (readonly [SearchHit, SearchHit])[] {
  const named = gone.flatMap((old) => {
    const other = come.find(({ name }) => name === old.name);
    return other === undefined ? [] : [[old, other] as const];
  });
  const [left, ...moreLeft] = gone.filter((file) => !named.some(([old]) => old === file));
  const [right, ...moreRight] = come.filter((file) => !named.some(([, other]) => other === file));
  const isClear = moreLeft.length === 0 && moreRight.length === 0;
  const rest = isClear && left !== undefined && right !== undefined ? [[left, right] as const] : [];
  return [...named, ...rest].slice(0, MOST_FILES);
}
