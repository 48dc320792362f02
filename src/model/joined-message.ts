/** The name under which a message that was sent in pieces is put together, as a child of the first piece. */
export const JOINED_MESSAGE = 'whole-message';

/** Whether a path may be of such a message: what is said of its first piece says nothing of the others. */
export function isJoinedMessage(path: string): boolean {
  return path.endsWith(`/${JOINED_MESSAGE}`);
}
