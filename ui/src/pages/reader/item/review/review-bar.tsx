import type { ReviewJson } from '../../../../../../src/server/api/review.ts';
import { author } from '../../../../api/session.ts';
import { Icon } from '../../../../components/icon.tsx';
import { Notice } from '../../../../components/notice.tsx';
import { t } from '../../../../i18n/t.ts';
import { useKeys } from '../../../../keyboard/use-keys.ts';
import { Conflicts } from './conflicts.tsx';
import './review.css';
import { REVIEW } from './review-texts.ts';
import { TagField } from './tag-field.tsx';
import { useReview } from './use-review.ts';

/** What one does with an item: tag it, say one has checked it, sign it off, put it into the dossier. */
export function ReviewBar({ item, review: told }: { readonly item: string; readonly review: ReviewJson }) {
  const { review, failure, change } = useReview(item, told);
  const mine = (names: readonly { readonly author: string }[]) =>
    names.some((each) => each.author === author.value);
  const checked = mine(review.checks);
  const signed = mine(review.signOff.by);
  useKeys({ x: () => void change({ type: review.inDossier ? 'uncollect' : 'collect' }) });
  return (
    <section class="review-bar" aria-label={t(REVIEW.bar)}>
      <div class="row">
        <TagField tags={review.tags} onChange={change} />
        <button
          type="button"
          aria-pressed={checked}
          title={review.checks.length > 0 ? t(REVIEW.checked, { names: namesOf(review.checks) }) : undefined}
          onClick={() => change({ type: checked ? 'uncheck' : 'check' })}
        >
          <Icon name="check" /> {t(REVIEW.check)}
        </button>
        <button
          type="button"
          aria-pressed={signed}
          onClick={() => change({ type: signed ? 'withdraw-sign-off' : 'sign-off' })}
        >
          <Icon name="custody" /> {t(REVIEW.signOff)}
        </button>
        <button
          type="button"
          aria-pressed={review.inDossier}
          onClick={() => change({ type: review.inDossier ? 'uncollect' : 'collect' })}
        >
          <Icon name="star" /> {t(REVIEW.collect)}
        </button>
      </div>
      <Standing review={review} />
      <Conflicts conflicts={review.conflicts} />
      {failure && <Notice kind="failed">{failure}</Notice>}
    </section>
  );
}

/** Who checked and who signed, in words. */
function Standing({ review: { checks, signOff } }: { readonly review: ReviewJson }) {
  const valid = checks.filter(({ outdated }) => !outdated);
  const outdated = checks.filter((check) => check.outdated);
  const names = namesOf(signOff.by);
  return (
    <p class="standing small soft" role="status">
      {valid.length > 0 && <span>{t(REVIEW.checked, { names: namesOf(valid) })}</span>}
      {outdated.length > 0 && <span>{t(REVIEW.outdated, { name: namesOf(outdated) })}</span>}
      {signOff.state !== 'none' && (
        <span>{t(signOff.state === 'one' ? REVIEW.signOne : REVIEW.signTwo, { names })}</span>
      )}
    </p>
  );
}

function namesOf(people: readonly { readonly author: string }[]): string {
  return people.map((each) => each.author).join(', ');
}
