import type { DiffJson } from '../../../../../../src/server/api/item.ts';
import { ItemAnchor } from '../../../../components/item-anchor.tsx';
import { Notice } from '../../../../components/notice.tsx';
import { ScrollX } from '../../../../components/scroll-x.tsx';
import { textOfCode } from '../../../../i18n/codes/text-of-code.ts';
import { formatMoment } from '../../../../i18n/format-date.ts';
import { t } from '../../../../i18n/t.ts';
import { DIFF, DIFF_FIELDS } from './diff-texts.ts';
import { SideText } from './side-text.tsx';

interface Props {
  readonly diff: DiffJson;
  /** What the left one is to the item: its original, or another of its kind. */
  readonly left: 'left' | 'other';
}

/** Two items side by side: headers, text, attachments. */
export function Comparison({ diff, left }: Props) {
  const same = diff.text.every(({ type }) => type === 'same');
  return (
    <>
      {diff.coarse && <Notice kind="unchecked">{t(DIFF.coarse)}</Notice>}
      {same && <p class="soft">{t(DIFF.same)}</p>}
      <div class="sides">
        <section aria-label={t(DIFF[left])}>
          <h2 class="small soft">
            {t(DIFF[left])} <ItemAnchor item={diff.left} by="path" />
          </h2>
          <SideText pieces={diff.text} side="left" />
        </section>
        <section aria-label={t(DIFF.right)}>
          <h2 class="small soft">
            {t(DIFF.right)} <ItemAnchor item={diff.right} by="path" />
          </h2>
          <SideText pieces={diff.text} side="right" />
        </section>
      </div>
      {diff.fields.length > 0 && (
        <section class="section">
          <h2>{t(DIFF.fields)}</h2>
          <Table name={t(DIFF.field)} rows={diff.fields.map(shownField)} left={t(DIFF[left])} />
        </section>
      )}
      {diff.attachments.length > 0 && (
        <section class="section">
          <h2>{t(DIFF.attachments)}</h2>
          <Table name={t(DIFF.name)} rows={diff.attachments} left={t(DIFF[left])} />
        </section>
      )}
    </>
  );
}

/** Under the name the page has for it, with dates as it writes them. */
function shownField({ name, left, right }: DiffJson['fields'][number]): Row {
  const shown = (value: string) => (name === 'date' && value !== '' ? formatMoment(value) : value);
  return { name: t(textOfCode(DIFF_FIELDS, name)), left: shown(left), right: shown(right) };
}

interface Row {
  readonly name: string;
  readonly left: string | null;
  readonly right: string | null;
}

interface TableProps {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly left: string;
}

function Table({ name, rows, left }: TableProps) {
  return (
    <ScrollX label={name}>
      <table>
        <thead>
          <tr>
            <th scope="col">{name}</th>
            <th scope="col">{left}</th>
            <th scope="col">{t(DIFF.right)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              <td class="break">
                {row.left === null || row.left === '' ? <Absent /> : <del>{row.left}</del>}
              </td>
              <td class="break">
                {row.right === null || row.right === '' ? <Absent /> : <ins>{row.right}</ins>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}

function Absent() {
  return <em class="soft">{t(DIFF.absent)}</em>;
}
