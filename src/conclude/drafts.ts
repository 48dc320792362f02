/** Whether a path is of a folder of drafts: a draft bears the Message-ID of what was sent in the end, and other words. */
export function isInDrafts(path: string): boolean {
  return DRAFTS.test(path);
}

/** A folder of drafts, as mail programs call it in the languages of Europe; also as a file of its own (`Drafts.mbox`). */
const DRAFTS =
  /(?:^|[/.])(?:drafts?|brouillons?|entw(?:u|ü|u\u0308|ue)rfe|borradores|bozze|concepten|rascunhos|utkast|kladder|szkice)(?:\.(?:mbox|mbx|sbd))?\//i;
