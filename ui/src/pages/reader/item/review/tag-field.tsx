import { useState } from 'preact/hooks';
import type { ReviewChange, ReviewJson } from '../../../../../../src/server/api/review.ts';
import { Icon } from '../../../../components/icon.tsx';
import { t } from '../../../../i18n/t.ts';
import { useKeys } from '../../../../keyboard/use-keys.ts';
import { REVIEW } from './review-texts.ts';

interface Props {
  readonly tags: ReviewJson['tags'];
  readonly onChange: (change: ReviewChange['change']) => Promise<void>;
}

/** The tags of an item, and a field for another. */
export function TagField({ tags, onChange }: Props) {
  const [text, setText] = useState('');
  useKeys({ l: () => document.getElementById('tag')?.focus() });
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    const tag = text.trim();
    if (tag === '') return;
    setText('');
    void onChange({ type: 'tag', tag });
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
