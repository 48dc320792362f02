import { tellFailure } from '../../api/tell-failure.ts';
import { t } from '../../i18n/t.ts';
import { Notice } from '../notice.tsx';
import { TABLE } from '../table/table-texts.ts';
import type { Paged } from './use-paged.ts';

/** The end of a paged list: why it stops, or the way to more. */
export function MoreRows({
  paged,
}: {
  readonly paged: Pick<Paged<unknown, never>, 'rows' | 'failure' | 'more'> & {
    readonly answer: { readonly total: number } | null;
  };
}) {
  const { rows, answer, failure, more } = paged;
  if (failure !== null) return <Notice kind="failed">{tellFailure(failure)}</Notice>;
  const left = (answer?.total ?? 0) - rows.length;
  if (left <= 0) return null;
  return (
    <div>
      <button type="button" onClick={more}>
        {t(TABLE.more, { n: left })}
      </button>
    </div>
  );
}
