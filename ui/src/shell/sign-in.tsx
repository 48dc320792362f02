import { useState } from 'preact/hooks';
import { failureOf } from '../api/failure.ts';
import { logIn, session } from '../api/session.ts';
import { tellFailure } from '../api/tell-failure.ts';
import { Notice } from '../components/notice.tsx';
import { t } from '../i18n/t.ts';
import { SHELL } from './shell-texts.ts';
import './sign-in.css';

/** Before anything of the case is shown: a password on a local network, else the address that was printed. */
export function SignIn() {
  return (
    <main class="sign-in stack">
      <h1>{t(SHELL.signIn)}</h1>
      {session.value?.asks === 'password' ? (
        <PasswordForm />
      ) : (
        <Notice kind="warning">{tellFailure({ type: 'locked' })}</Notice>
      )}
    </main>
  );
}

function PasswordForm() {
  const [password, setPassword] = useState('');
  const [author, setAuthor] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const enter = async (event: SubmitEvent) => {
    event.preventDefault();
    try {
      await logIn({ password, author: author.trim() });
    } catch (cause) {
      const why = failureOf(cause);
      setFailure(why.type === 'locked' ? t(SHELL.wrongPassword) : tellFailure(why));
    }
  };
  return (
    <form class="stack" onSubmit={enter}>
      <label class="stack">
        {t(SHELL.name)}
        <input
          value={author}
          required
          maxLength={80}
          autocomplete="username"
          onInput={(event) => setAuthor(event.currentTarget.value)}
        />
      </label>
      <label class="stack">
        {t(SHELL.password)}
        <input
          type="password"
          value={password}
          required
          autocomplete="current-password"
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
      </label>
      {failure && <Notice kind="failed">{failure}</Notice>}
      <div>
        <button type="submit" class="primary">
          {t(SHELL.enter)}
        </button>
      </div>
    </form>
  );
}
