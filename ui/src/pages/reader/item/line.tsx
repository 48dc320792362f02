import type { ComponentChildren } from 'preact';

/** A name and what it holds, in the list at the head of an item. */
export function Line({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt class="soft">{name}</dt>
      <dd class="break">{children}</dd>
    </div>
  );
}
