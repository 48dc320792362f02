import { memo } from 'preact/compat';
import type { SearchRow } from '../../../../../src/server/api/search.ts';
import { Icon, type IconName } from '../../../components/icon.tsx';
import { Moment } from '../../../components/moment.tsx';
import { nameOf, nameOfFile } from '../../../components/name-of.ts';
import { VerdictMark } from '../../../components/verdict/verdict-mark.tsx';
import { t } from '../../../i18n/t.ts';
import { READER } from '../reader-texts.ts';
import { RowMarks } from './row-marks.tsx';
import { Snippet } from './snippet.tsx';

interface Props {
  readonly index: number;
  readonly total: number;
  /** Null while it is on its way. */
  readonly row: SearchRow | null;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly chosen: boolean;
  readonly onChoose: (index: number, id: string) => void;
}

const KIND_ICONS: Readonly<Record<string, IconName>> = {
  message: 'message',
  document: 'document',
  image: 'image',
  archive: 'archive',
  mailbox: 'mailbox',
};

/** One line of the list: who, when, what, and how it stands. */
export function ItemRow({ index, total, row, top, chosen, onChoose }: Props) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox has the focus and names the active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: j, k, arrows and Enter are taken by the page
    <div
      id={`row-${index}`}
      class="item-row"
      role="option"
      aria-selected={chosen}
      aria-setsize={total}
      aria-posinset={index + 1}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => row !== null && onChoose(index, row.id)}
    >
      {row === null ? <span class="soft">…</span> : <Filled row={row} />}
    </div>
  );
}

/** The same row object is the same row: scrolling draws none again. */
const Filled = memo(({ row }: { readonly row: SearchRow }) => (
  <>
    <span class="kind">
      <Icon name={KIND_ICONS[row.kind] ?? 'other'} />
    </span>
    <span class="who cut">{whoOf(row)}</span>
    <span class="when small soft">{row.date !== null && <Moment at={row.date} to="day" />}</span>
    <span class="what cut">
      {whatOf(row)}
      {row.snippet !== '' && <Snippet text={row.snippet} />}
    </span>
    <span class="marks">
      <RowMarks row={row} />
      <VerdictMark verdict={row.verdict ?? 'none'} />
    </span>
  </>
));

function whoOf(row: SearchRow): string {
  // The whole path stands below.
  if (row.kind !== 'message') return nameOfFile(row);
  // The name alone, as mail programs do; the item itself shows the address.
  return nameOf(row.from) || t(READER.noSender);
}

function whatOf(row: SearchRow): string {
  if (row.kind === 'message') return row.subject === '' ? t(READER.noSubject) : row.subject;
  return row.path;
}
