import { memo } from 'preact/compat';
import type { FacetsJson } from '../../../../../src/server/api/search.ts';
import { getJson } from '../../../api/request.ts';
import { useResource } from '../../../api/use-resource.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { language } from '../../../i18n/language.ts';
import { t } from '../../../i18n/t.ts';
import type { Question } from '../reader-route.ts';
import { READER } from '../reader-texts.ts';
import { FacetGroup } from './facet-group.tsx';
import './facets.css';

interface Props {
  /**
   * Of the list that is shown; null while another is asked for. Rows come first, since they are what one waits for, and
   * counts that nobody will see are given up.
   */
  readonly question: Question | null;
  /** Counts the times the list was asked for again. */
  readonly turn: number;
  /** Adds a part to the query that is asked now, or takes it out; the same function at each turn. */
  readonly onToggle: (part: string) => void;
}

const NONE = { q: '', role: 'leak' } as const;

/**
 * What the hits of the query are, by each way of counting them; a value narrows the query or is taken out. Nothing here is
 * drawn between a question and its rows: the marks are those of the query that is counted.
 */
export const FacetPanel = memo(({ question, turn, onToggle }: Props) => {
  const { q: asked, role } = question ?? NONE;
  const lang = language.value;
  const { resource } = useResource(
    question === null ? null : `${asked}\n${role}\n${lang}\n${turn}`,
    (abort) => getJson<FacetsJson>('/api/facets', { q: asked, role, lang }, abort),
  );
  // What failed is told once, at the search box.
  if (resource.type === 'failed') return null;
  return (
    <section class="facets" aria-label={t(READER.filters)}>
      <Loaded resource={resource}>
        {({ query, facets }) =>
          facets
            .filter(({ values }) => values.length > 0)
            .map((facet) => <FacetGroup key={facet.name} facet={facet} q={query} onToggle={onToggle} />)
        }
      </Loaded>
    </section>
  );
});
