/** Types of nodes, the low five bits of their ids (MS-PST 2.2.2.1), and the fixed ids of 2.4.1. */
export const NODE_TYPE = {
  folder: 0x02,
  searchFolder: 0x03,
  message: 0x04,
  attachment: 0x05,
  associated: 0x08,
  hierarchyTable: 0x0d,
  contentsTable: 0x0e,
  associatedTable: 0x0f,
  attachmentTable: 0x11,
  recipientTable: 0x12,
} as const;

/** Fixed ids of nodes. */
export const NODE = {
  messageStore: 0x21,
  namedProperties: 0x61,
  rootFolder: 0x122,
} as const;

/** The type of a node, told by its id. */
export function typeOf(nodeId: number): number {
  return nodeId & 0x1f;
}

/** The node of another type that belongs to the same folder: its tables carry its own number. */
export function siblingOf(nodeId: number, type: number): number {
  return ((nodeId & ~0x1f) | type) >>> 0;
}
