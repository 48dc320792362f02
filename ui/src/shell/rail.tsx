import { Icon } from '../components/icon.tsx';
import { t } from '../i18n/t.ts';
import { hrefTo, PAGES, route } from '../router/route.ts';
import './rail.css';
import { PAGE_NAMES, SHELL } from './shell-texts.ts';

/** The pages, down the left side; on a phone a row at the bottom that scrolls. */
export function Rail() {
  return (
    <nav class="rail" aria-label={t(SHELL.pages)}>
      <ul>
        {PAGES.map((page) => (
          <li key={page}>
            <a href={hrefTo(page)} aria-current={route.value.page === page ? 'page' : undefined}>
              <Icon name={page} size={18} />
              <span>{t(PAGE_NAMES[page])}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
