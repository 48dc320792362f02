import { useRef } from 'preact/hooks';
import type { ApiFailure } from '../../../api/failure.ts';
import { tellFailure } from '../../../api/tell-failure.ts';
import { Icon } from '../../../components/icon.tsx';
import { t } from '../../../i18n/t.ts';
import { READER } from '../reader-texts.ts';
import { CompletionList, OPTION_ID } from './completion-list.tsx';
import { SaveSearch } from './save-search.tsx';
import './search-box.css';
import { useCompletion } from './use-completion.ts';
import { useTypedQuery } from './use-typed-query.ts';

interface Props {
  readonly q: string;
  readonly failure: ApiFailure | null;
  readonly onAsk: (q: string) => void;
}

/** The query with completion of its language. What is typed is asked in pauses; Enter asks at once. */
export function SearchBox({ q, failure, onAsk }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const { text, change } = useTypedQuery(q, onAsk);
  const completion = useCompletion(input, text, change);
  const keyDown = (event: KeyboardEvent) => {
    if (completion.keyDown(event)) return;
    if (event.key === 'Enter') change(text, 'now');
    if (event.key === 'Escape') input.current?.blur();
  };

  return (
    <search class="search-box">
      <div class="field">
        <Icon name="search" />
        <input
          id="search"
          ref={input}
          type="text"
          role="combobox"
          aria-label={t(READER.search)}
          aria-autocomplete="list"
          aria-expanded={completion.items.length > 0}
          aria-controls="completion"
          aria-activedescendant={completion.chosen >= 0 ? `${OPTION_ID}${completion.chosen}` : undefined}
          aria-invalid={failure !== null}
          aria-describedby="search-problem"
          placeholder={t(READER.placeholder)}
          autocomplete="off"
          spellcheck={false}
          value={text}
          onInput={(event) => {
            change(event.currentTarget.value, 'pause');
            completion.ask();
          }}
          onKeyDown={keyDown}
          onBlur={completion.close}
        />
        {text !== '' && (
          <button type="button" class="plain" aria-label={t(READER.clear)} onClick={() => change('', 'now')}>
            <Icon name="close" />
          </button>
        )}
        <SaveSearch q={q} />
        <CompletionList completion={completion} />
      </div>
      <div id="search-problem" class="problem" role="status">
        {failure && <Problem q={q} failure={failure} />}
      </div>
    </search>
  );
}

/** What the query language did not understand, with a mark under the place where it stopped, and what to write instead. */
function Problem({ q, failure }: { readonly q: string; readonly failure: ApiFailure }) {
  const place = failure.type === 'refused' ? failure.place : null;
  if (place === null) return <p>{tellFailure(failure)}</p>;
  return (
    <>
      <p>{place.why}</p>
      <pre aria-hidden="true">{`${q}\n${' '.repeat(place.at)}^`}</pre>
      <p class="soft">{place.hint}</p>
    </>
  );
}
