import type { QueryNode } from './ast.ts';

/** Whether a query says itself whose material it asks for, as `role:reference` does, negated or not. */
export function namesRole(query: QueryNode | null): boolean {
  const left: QueryNode[] = query === null ? [] : [query];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.type === 'role') return true;
    if (node.type === 'and' || node.type === 'or') left.push(...node.of);
    else if (node.type === 'not') left.push(node.of);
  }
  return false;
}
