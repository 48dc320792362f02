/** One person's word that a set of decoys may be planted. */
export interface Approval {
  readonly name: string;
  /** ISO 8601. */
  readonly at: string;
  /** `recipeHash` of the set: another set needs another word. */
  readonly recipe: string;
}

/** Two people, so that no single one decides what a campaign's archive will seem to say. */
export const APPROVALS_NEEDED = 2;

/** Whether a set may be planted: who approved it, and how many more it takes. */
export type ApprovalVerdict =
  | { readonly type: 'approved'; readonly by: readonly string[] }
  | { readonly type: 'not-approved'; readonly by: readonly string[]; readonly missing: number };

/** Whether two different people approved exactly this recipe. Case and spacing do not make another person. */
export function approvalOf(approvals: readonly Approval[], recipe: string): ApprovalVerdict {
  const names = new Map<string, string>();
  for (const { name, recipe: of } of approvals)
    if (of === recipe && name.trim() !== '') names.set(plain(name), name.trim());
  const by = [...names.values()];
  const missing = APPROVALS_NEEDED - by.length;
  return missing <= 0 ? { type: 'approved', by } : { type: 'not-approved', by, missing };
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
