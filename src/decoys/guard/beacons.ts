/** What makes a program open a connection by itself when it shows a text: pictures, styles, frames, templates. */
const LOADS: readonly RegExp[] = [
  /<(?:img|iframe|frame|script|embed|object|audio|video|source|input|bgsound)\b[^>]{0,500}?\b(?:src|data|lowsrc|srcset)\s{0,9}=\s{0,9}["']?\s{0,9}(?!cid:|data:)[a-z]{0,10}:?\/\//gi,
  /<link\b[^>]{0,500}?\bhref\s{0,9}=/gi,
  /\bbackground\s{0,9}=\s{0,9}["']?\s{0,9}https?:/gi,
  /url\(\s{0,9}["']?\s{0,9}(?:https?:)?\/\//gi,
  /@import\b/gi,
  /<meta\b[^>]{0,200}?http-equiv\s{0,9}=\s{0,9}["']?refresh/gi,
  /TargetMode\s{0,9}=\s{0,9}["']External/gi,
  /\/(?:URI|Launch|GoToR|SubmitForm|JavaScript)\b/g,
  /\bINCLUDEPICTURE\b|\bDDEAUTO\b/g,
  /^Disposition-Notification-To:|^Return-Receipt-To:/gim,
];

/** Every place in an item's source at which something would be fetched or reported; '' formats give none. */
export function remoteLoads(source: string): string[] {
  return LOADS.flatMap((pattern) => source.match(pattern) ?? []).map((found) => found.slice(0, 120));
}
