import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { PasswordRequest } from '../../../../../../src/server/api/item.ts';
import { failureOf } from '../../../../api/failure.ts';
import { postJson } from '../../../../api/request.ts';
import { tellFailure } from '../../../../api/tell-failure.ts';
import type { Reloadable } from '../../../../api/use-resource.ts';
import { Loaded } from '../../../../components/loaded.tsx';
import { Notice } from '../../../../components/notice.tsx';
import { t } from '../../../../i18n/t.ts';
import { VIEW } from './view-texts.ts';

interface Props<T> {
  readonly of: Reloadable<T>;
  readonly children: (value: T) => ComponentChildren;
}

/** What is drawn from the bytes of a document, or, where a password keeps it closed, the place to give one. */
export function Unlockable<T>({ of: { resource, reload }, children }: Props<T>) {
  // Kept here: while the document is asked for again, the form is not on the page.
  const [tried, setTried] = useState(false);
  const isLocked =
    resource.type === 'failed' &&
    resource.failure.type === 'refused' &&
    resource.failure.code === 'encrypted';
  if (!isLocked) return <Loaded resource={resource}>{children}</Loaded>;
  const given = () => {
    setTried(true);
    reload();
  };
  return <PasswordForm tried={tried} onGiven={given} />;
}

interface FormProps {
  /** Whether one was given that did not open it. */
  readonly tried: boolean;
  readonly onGiven: () => void;
}

function PasswordForm({ tried, onGiven }: FormProps) {
  const [word, setWord] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const give = async (event: SubmitEvent) => {
    event.preventDefault();
    try {
      const request: PasswordRequest = { password: word };
      await postJson('/api/passwords', request);
      onGiven();
    } catch (cause) {
      setFailure(tellFailure(failureOf(cause)));
    }
  };
  return (
    <form class="stack" onSubmit={give}>
      <Notice kind="unchecked">{t(VIEW.locked)}</Notice>
      <div class="row">
        <label>
          {t(VIEW.password)}{' '}
          <input
            type="password"
            autocomplete="off"
            required
            maxLength={255}
            value={word}
            onInput={(event) => setWord(event.currentTarget.value)}
          />
        </label>
        <button type="submit">{t(VIEW.unlock)}</button>
      </div>
      <p class="small soft" role="status">
        {failure ?? (tried ? t(VIEW.stillLocked) : t(VIEW.passwordKept))}
      </p>
    </form>
  );
}
