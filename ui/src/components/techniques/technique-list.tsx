import type { TechniqueJson } from '../../../../src/server/api/operation.ts';
import './technique-list.css';

/** Techniques of ATT&CK and DISARM, by their ids; the name is the title, for nothing is looked up outside. */
export function TechniqueList({ techniques }: { readonly techniques: readonly TechniqueJson[] }) {
  if (techniques.length === 0) return null;
  return (
    <ul class="techniques">
      {techniques.map(({ id, name }) => (
        <li key={id} title={name}>
          <code>{id}</code> <span class="name">{name}</span>
        </li>
      ))}
    </ul>
  );
}
