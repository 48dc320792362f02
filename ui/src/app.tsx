import { useEffect, useRef, useState } from 'preact/hooks';
import { failureOf } from './api/failure.ts';
import { openSession, session } from './api/session.ts';
import { tellFailure } from './api/tell-failure.ts';
import { Notice } from './components/notice.tsx';
import { t } from './i18n/t.ts';
import { PageKeys } from './keyboard/page-keys.tsx';
import { type Page, route } from './router/route.ts';
import { PageOutlet } from './shell/page-outlet.tsx';
import { Rail } from './shell/rail.tsx';
import './shell/shell.css';
import { PAGE_NAMES, SHELL } from './shell/shell-texts.ts';
import { SignIn } from './shell/sign-in.tsx';
import { TopBar } from './shell/top-bar.tsx';

/** The frame around every page, once the server has said who one is. */
export function App() {
  const failure = useSession();
  const { page } = route.value;
  const name = session.value?.case?.name;
  useEffect(() => {
    document.title = `${t(PAGE_NAMES[page])} · ${name === undefined ? '' : `${name} · `}Tamis`;
  });
  useFocusOfPage(page);
  if (failure !== null) return <Notice kind="failed">{failure}</Notice>;
  if (session.value === null) return null;
  if (!session.value.signedIn) return <SignIn />;
  return (
    <div class="shell">
      <button type="button" class="skip" onClick={() => document.getElementById('content')?.focus()}>
        {t(SHELL.skip)}
      </button>
      <TopBar />
      <Rail />
      {/* A page is scrolled by keys as soon as it is there; the reader's panes scroll by themselves. */}
      <main key={page} id="content" tabIndex={page === 'reader' ? -1 : 0}>
        <PageOutlet />
      </main>
      <PageKeys />
    </div>
  );
}

/** Another page is another place to be read from: the keys go to it, not to the link that led there. */
function useFocusOfPage(page: Page): void {
  const before = useRef(page);
  useEffect(() => {
    if (before.current === page) return;
    before.current = page;
    document.getElementById('content')?.focus({ preventScroll: true });
  }, [page]);
}

function useSession(): string | null {
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    openSession().catch((cause: unknown) => setFailure(tellFailure(failureOf(cause))));
  }, []);
  return failure;
}
