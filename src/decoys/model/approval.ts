/**
 * One person's yes to planting a set, in a file of its own. Two are needed, of different people: whoever made
 * the decoys is too near to see what would follow if they were believed.
 */
export interface Approval {
  readonly format: 'tamis-approval-1';
  /** `recipeHash` of the set approved: another seed, model or pack needs other approvals. */
  readonly recipe: string;
  /** Who approves, as they sign. */
  readonly by: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** Different people who approved this recipe, compared without regard to case and white space. */
export function approversOf(recipe: string, approvals: readonly Approval[]): readonly string[] {
  const names = new Map<string, string>();
  for (const { recipe: of, by } of approvals) {
    const key = by.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
    if (of === recipe && key !== '' && !names.has(key)) names.set(key, by.trim());
  }
  return [...names.values()];
}
