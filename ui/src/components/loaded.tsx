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

/**
 * What a resource holds, or why it is not there. The old value stays while a new one is on its way, and in the same
 * place of the tree: what somebody is typing there must outlive a reload.
 */
export function Loaded<T>({ resource, children }: Props<T>) {
  if (resource.type === 'failed') return <Notice kind="failed">{tellFailure(resource.failure)}</Notice>;
  const value = resource.type === 'ready' ? resource.value : resource.before;
  if (value !== null) return <>{children(value)}</>;
  return <Loading />;
}

/** Stands where something is on its way, and is read out. */
export function Loading() {
  return (
    <p class="loading soft" role="status">
      {t(LOADING)}
    </p>
  );
}
