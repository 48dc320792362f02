import type { PeopleJson } from '../../../../src/server/api/people.ts';
import { Icon } from '../../components/icon.tsx';
import { t, tn } from '../../i18n/t.ts';
import { hrefTo, setParams } from '../../router/route.ts';
import { PEOPLE } from './people-texts.ts';

/** Pairs shown for one person. */
const SHOWN = 40;

/** Whom one person wrote with; each line opens the messages behind it. */
export function PersonPanel({ people, address }: { readonly people: PeopleJson; readonly address: string }) {
  const name = people.people.find((person) => person.address === address)?.name || address;
  const edges = people.edges
    .filter(({ from, to }) => from === address || to === address)
    .sort((a, b) => b.count - a.count)
    .slice(0, SHOWN);
  return (
    <aside class="person-panel section">
      <div class="row">
        <h2>{t(PEOPLE.with, { name })}</h2>
        <button
          type="button"
          class="plain"
          aria-label={t(PEOPLE.close)}
          onClick={() => setParams({ person: '' }, 'replace')}
        >
          <Icon name="close" />
        </button>
      </div>
      <ul>
        {edges.map(({ from, to, count }) => (
          <li key={`${from} ${to}`}>
            <a href={hrefTo('reader', { q: `from:"${from}" to:"${to}"` })}>
              {from === address ? `→ ${to}` : `← ${from}`}
            </a>{' '}
            <span class="soft small">{tn(PEOPLE.edge, count)}</span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
