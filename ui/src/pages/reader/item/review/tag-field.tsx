import { useState } from 'preact/hooks';
import type { ReviewJson } from '../../../../../../src/server/api/review.ts';
import { Icon } from '../../../../components/icon.tsx';
import { t } from '../../../../i18n/t.ts';
import { useKeys } from '../../../../keyboard/use-keys.ts';
import { REVIEW } from './review-texts.ts';
import type { ChangeReview } from './use-review.ts';

interface Props {
  readonly tags: ReviewJson['tags'];
  readonly onChange: ChangeReview;
}

/** The tags of an item, and a field for another. */
export function TagField({ tags, onChange }: Props) {
  const [text, setText] = useState('');
  useKeys({ l: () => document.getElementById('tag')?.focus() });
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    const tag = text.trim();
    if (tag === '') return;
    // Room for the next one at once; back again where it was not kept and nothing else is typed.
    setText('');
    if (!(await onChange({ type: 'tag', tag }))) setText((typed) => (typed === '' ? tag : typed));
  };
  return (
    <>
      {tags.map(({ tag, author }) => (
        <span key={tag} class="tag with-button" title={author}>
          {tag}
          <button
            type="button"
            class="plain"
            aria-label={t(REVIEW.removeTag, { tag })}
            onClick={() => onChange({ type: 'untag', tag })}
          >
            <Icon name="close" size={12} />
          </button>
        </span>
      ))}
      <form class="tag-field" onSubmit={add}>
        <Icon name="tag" />
        <input
          id="tag"
          value={text}
          maxLength={60}
          placeholder={t(REVIEW.addTag)}
          aria-label={t(REVIEW.addTag)}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
        />
      </form>
    </>
  );
}
