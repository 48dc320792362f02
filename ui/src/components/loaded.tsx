import type { ComponentChildren } from 'preact';
import { tellFailure } from '../api/tell-failure.ts';
import type { Resource } from '../api/use-resource.ts';
import type { Text } from '../i18n/language.ts';
import { t } from '../i18n/t.ts';
import './loaded.css';
import { Notice } from './notice.tsx';

const LOADING: Text = { en: 'Loading …', fr: 'Chargement…' };

interface Props<T> {
  readonly resource: Resource<T>;
  readonly children: (value: T) => ComponentChildren;
}

/** What a resource holds, or why it is not there. The old value stays, dimmed, while a new one is on its way. */
export function Loaded<T>({ resource, children }: Props<T>) {
  if (resource.type === 'failed') return <Notice kind="failed">{tellFailure(resource.failure)}</Notice>;
  if (resource.type === 'ready') return <>{children(resource.value)}</>;
  if (resource.before !== null) return <div class="outdated">{children(resource.before)}</div>;
  return (
    <p class="loading soft" role="status">
      {t(LOADING)}
    </p>
  );
}
