/** What finding duplicates needs of a message. */
export interface DuplicateInput {
  readonly row: number;
  readonly id: string;
  readonly sha256: string;
  readonly canonical: string;
  readonly messageId: string | null;
}

export interface DuplicateFinding {
  /** Row to the id of the first copy, in the order given. Only the later copies are in it. */
  readonly duplicateOf: ReadonlyMap<number, string>;
  /** Ids of all copies of a message, the first included; only where there is more than one. */
  readonly copies: ReadonlyMap<number, readonly string[]>;
  /** For each message: the first messages of other contents that bear the same Message-ID. */
  readonly conflicts: ReadonlyMap<number, readonly string[]>;
}

/**
 * Exact duplicates by bytes and then by canonical form, and Message-IDs that stand on different contents.
 * The order of the input decides which copy is the first, so it must not depend on chance.
 */
export function findDuplicates(messages: readonly DuplicateInput[]): DuplicateFinding {
  const groups = groupByContent(messages);
  const duplicateOf = new Map<number, string>();
  const copies = new Map<number, readonly string[]>();
  for (const group of groups) {
    const [first, ...rest] = group;
    if (first === undefined || rest.length === 0) continue;
    const ids = group.map((each) => each.id);
    for (const each of group) copies.set(each.row, ids);
    for (const each of rest) duplicateOf.set(each.row, first.id);
  }
  return { duplicateOf, copies, conflicts: findConflicts(groups) };
}

function groupByContent(messages: readonly DuplicateInput[]): readonly DuplicateInput[][] {
  const byHash = new Map<string, DuplicateInput[]>();
  const groups: DuplicateInput[][] = [];
  for (const message of messages) {
    const group = byHash.get(message.sha256) ?? byHash.get(`c ${message.canonical}`);
    if (group === undefined) groups.push(addTo([], message, byHash));
    else addTo(group, message, byHash);
  }
  return groups;
}

function addTo(
  group: DuplicateInput[],
  message: DuplicateInput,
  byHash: Map<string, DuplicateInput[]>,
): DuplicateInput[] {
  group.push(message);
  byHash.set(message.sha256, group);
  byHash.set(`c ${message.canonical}`, group);
  return group;
}

function findConflicts(groups: readonly DuplicateInput[][]): Map<number, readonly string[]> {
  const byId = new Map<string, DuplicateInput[][]>();
  for (const group of groups) {
    const messageId = group[0]?.messageId ?? null;
    if (messageId === null || messageId === '') continue;
    const same = byId.get(messageId);
    if (same === undefined) byId.set(messageId, [group]);
    else same.push(group);
  }
  const conflicts = new Map<number, readonly string[]>();
  for (const same of byId.values()) {
    if (same.length < 2) continue;
    for (const group of same) {
      const others = same.filter((each) => each !== group).map((each) => each[0]?.id ?? '');
      for (const message of group) conflicts.set(message.row, others);
    }
  }
  return conflicts;
}
