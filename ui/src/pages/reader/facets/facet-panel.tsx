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
  /** Of the list that is shown: its rows are asked for first, since they are what one waits for. */
  readonly question: Question | null;
  /** As the address has it: what a click adds to, or takes out of. */
  readonly q: string;
  /** Counts the times the list was asked for again. */
  readonly turn: number;
  readonly onAsk: (q: string) => void;
}

const NONE = { q: '', role: 'leak' } as const;

/** What the hits of the query are, by each way of counting them; a value narrows the query or is taken out. */
export function FacetPanel({ question, q, turn, onAsk }: Props) {
  const { q: asked, role } = question ?? NONE;
  const lang = language.value;
  const { resource } = useResource(
    question === null ? null : `${asked}\n${role}\n${lang}\n${turn}`,
    (abort) => getJson<FacetsJson>('/api/facets', { q: asked, role, lang }, abort),
  );
  // A query that is not understood is told once, at the search box.
  if (resource.type === 'failed' && resource.failure.type === 'refused') return null;
  return (
    <section class="facets" aria-label={t(READER.filters)}>
      <Loaded resource={resource}>
        {({ facets }) =>
          facets
            .filter(({ values }) => values.length > 0)
            .map((facet) => <FacetGroup key={facet.name} facet={facet} q={q} onAsk={onAsk} />)
        }
      </Loaded>
    </section>
  );
}
