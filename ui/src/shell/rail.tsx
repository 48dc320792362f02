import { Icon } from '../components/icon.tsx';
import { t } from '../i18n/t.ts';
import { PAGE_KEYS } from '../keyboard/page-key-letters.ts';
import { hrefTo, PAGE_GROUPS, type Page, route } from '../router/route.ts';
import './rail.css';
import { GROUP_NAMES, PAGE_NAMES, SHELL } from './shell-texts.ts';

/** The pages, down the left side; on a phone a row at the bottom that scrolls. */
export function Rail() {
  return (
    <nav class="rail" aria-label={t(SHELL.pages)}>
      {PAGE_GROUPS.map((pages, group) => (
        <ul key={group} aria-label={t(GROUP_NAMES[group] ?? SHELL.pages)}>
          {pages.map((page) => (
            <Entry key={page} page={page} />
          ))}
        </ul>
      ))}
    </nav>
  );
}

function Entry({ page }: { readonly page: Page }) {
  return (
    <li>
      <a
        href={hrefTo(page)}
        title={`g ${PAGE_KEYS[page]}`}
        aria-current={route.value.page === page ? 'page' : undefined}
      >
        <Icon name={page} size={18} />
        <span>{t(PAGE_NAMES[page])}</span>
      </a>
    </li>
  );
}
