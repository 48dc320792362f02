import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { failureOf } from '../api/failure.ts';
import { author, nameAuthor } from '../api/session.ts';
import { tellFailure } from '../api/tell-failure.ts';
import { Dialog } from '../components/dialog.tsx';
import { Notice } from '../components/notice.tsx';
import { t } from '../i18n/t.ts';
import { readSetting, writeSetting } from '../settings/stored.ts';
import { SHELL } from './shell-texts.ts';

const askingName = signal(false);

/**
 * Whether there is a name to a change: the first one asks for it, and goes on when it was given. False when the dialog was
 * closed without.
 */
export function nameKnown(): Promise<boolean> {
  if (author.peek() !== null) return Promise.resolve(true);
  askingName.value = true;
  return new Promise((resolve) => {
    const stop = askingName.subscribe((asking) => {
      if (asking) return;
      // The first call, of the subscription itself, is made while it asks: there is something to stop.
      stop();
      resolve(author.peek() !== null);
    });
  });
}

/** Who is at work here, and the way to say so. */
export function AuthorButton() {
  return (
    <>
      <button
        type="button"
        class="plain author"
        title={t(SHELL.nameTitle)}
        onClick={() => (askingName.value = true)}
      >
        {author.value ?? <em class="soft">{t(SHELL.unnamed)}</em>}
      </button>
      {askingName.value && <NameDialog onClose={() => (askingName.value = false)} />}
    </>
  );
}

function NameDialog({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState(author.value ?? readSetting('author') ?? '');
  const [failure, setFailure] = useState<string | null>(null);
  const keep = async (event: SubmitEvent) => {
    event.preventDefault();
    try {
      await nameAuthor(name.trim());
      writeSetting('author', name.trim());
      onClose();
    } catch (cause) {
      setFailure(tellFailure(failureOf(cause)));
    }
  };
  return (
    <Dialog title={t(SHELL.nameTitle)} onClose={onClose}>
      <form class="stack" onSubmit={keep}>
        <p class="soft">{t(SHELL.nameWhy)}</p>
        <label class="stack">
          {t(SHELL.name)}
          <input
            value={name}
            required
            maxLength={80}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        {failure && <Notice kind="failed">{failure}</Notice>}
        <div>
          <button type="submit" class="primary">
            {t(SHELL.keep)}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
