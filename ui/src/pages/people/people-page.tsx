import type { PeopleJson } from '../../../../src/server/api/people.ts';
import { getJson } from '../../api/request.ts';
import { useResource } from '../../api/use-resource.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { t } from '../../i18n/t.ts';
import { route, setParams } from '../../router/route.ts';
import { MonthBars } from './month-bars.tsx';
import './people.css';
import { PeopleGraph } from './people-graph.tsx';
import { PeopleTable } from './people-table.tsx';
import { PEOPLE } from './people-texts.ts';
import { PersonPanel } from './person-panel.tsx';
import { TimeFilter } from './time-filter.tsx';

/** Edges asked for: more would be a ball of wool, and the table has every person anyway. */
const EDGES = 1000;

const SHOWS = ['table', 'graph'] as const;

/** Who wrote to whom, as a table or a graph, in a span of time. */
export default function PeoplePage() {
  const { params } = route.value;
  const { from = '', to = '' } = params;
  const { resource } = useResource(`${from} ${to}`, (abort) =>
    getJson<PeopleJson>('/api/people', { from, to, limit: EDGES }, abort),
  );
  return (
    <div class="page people">
      <header>
        <h1>{t(PEOPLE.title)}</h1>
        <p>{t(PEOPLE.what)}</p>
      </header>
      <TimeFilter from={from} to={to} />
      <Loaded resource={resource}>{(people) => <People people={people} />}</Loaded>
    </div>
  );
}

function People({ people }: { readonly people: PeopleJson }) {
  const { show, person = '' } = route.value.params;
  const chosen = SHOWS.find((each) => each === show) ?? 'table';
  return (
    <>
      <MonthBars months={people.months} />
      {people.people.length === 0 ? (
        <Notice kind="empty">{t(PEOPLE.none)}</Notice>
      ) : (
        <section class="section">
          <Tabs
            label={t(PEOPLE.views)}
            tabs={SHOWS.map((name) => ({ name, title: t(PEOPLE[name]) }))}
            chosen={chosen}
            onChoose={(name) => setParams({ show: name }, 'replace')}
          >
            <div class={person === '' ? 'stack' : 'stack with-person'}>
              {chosen === 'table' ? (
                <PeopleTable people={people} chosen={person} />
              ) : (
                <PeopleGraph people={people} />
              )}
              {person !== '' && <PersonPanel people={people} address={person} />}
            </div>
          </Tabs>
          {people.more && <p class="soft small">{t(PEOPLE.more)}</p>}
        </section>
      )}
    </>
  );
}
