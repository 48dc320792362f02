/**
 * Whether opening a document would fetch this target from elsewhere: an address, or a share of another machine. A path on
 * the writer's own disk is a trace; only what is fetched is a danger.
 */
export function isRemoteTarget(target: string): boolean {
  if (/^file:\/{2,3}[a-z]:/i.test(target)) return false;
  return target.startsWith('\\\\') || /^(?:https?|ftp|mhtml|file:\/{0,4}\\?\\?[^/\\]+[/\\])/i.test(target);
}
