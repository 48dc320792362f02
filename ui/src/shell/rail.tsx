import { useEffect, useRef } from 'preact/hooks';
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
  const ref = useRef<HTMLAnchorElement>(null);
  const isCurrent = route.value.page === page;
  // On a phone the row is wider than the screen: the page one is on must be in it.
  useEffect(() => {
    if (isCurrent) ref.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isCurrent]);
  return (
    <li>
      <a
        ref={ref}
        href={hrefTo(page)}
        title={`g ${PAGE_KEYS[page]}`}
        aria-current={isCurrent ? 'page' : undefined}
      >
        <Icon name={page} size={18} />
        <span>{t(PAGE_NAMES[page])}</span>
      </a>
    </li>
  );
}
