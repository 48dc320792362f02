import type { ReviewJson } from '../../../../../../src/server/api/review.ts';
import { Notice } from '../../../../components/notice.tsx';
import { t } from '../../../../i18n/t.ts';
import { REVIEW } from './review-texts.ts';

/** Changes others made to the same thing on the same version: said, never settled silently. */
export function Conflicts({ conflicts }: { readonly conflicts: ReviewJson['conflicts'] }) {
  return (
    <>
      {conflicts.map(({ what, author, time }) => (
        <Notice key={`${what} ${author} ${time}`} kind="warning">
          {t(REVIEW.conflict, { name: author })}
        </Notice>
      ))}
    </>
  );
}
