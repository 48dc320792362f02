/** Import: posts of any network, told by content, into the case. */
export { POST_FORMAT_NAMES } from './formats.ts';
export { type ImportOptions, type ImportSummary, importPosts } from './import-posts.ts';
export { importText } from './import-text.ts';
export { type ReadItem, readPosts } from './read-posts.ts';
