import { t } from '../../../i18n/t.ts';
import { READER } from '../reader-texts.ts';
import type { Completion } from './use-completion.ts';

export const OPTION_ID = 'completion-';

/** What may stand at the cursor, below the search box. Focus stays in the box. */
export function CompletionList({ completion }: { readonly completion: Completion }) {
  const { items, chosen, take } = completion;
  return (
    <div
      id="completion"
      role="listbox"
      aria-label={t(READER.suggestions)}
      class="completion"
      hidden={items.length === 0}
    >
      {items.map((item, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: a listbox under a combobox keeps the focus in its field
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
        <div
          key={item.text}
          id={`${OPTION_ID}${index}`}
          role="option"
          aria-selected={index === chosen}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => take(index)}
        >
          <code>{item.text}</code>
          <span class="soft cut">{item.detail}</span>
        </div>
      ))}
    </div>
  );
}
