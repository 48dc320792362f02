/** What a decoy says that nothing else does. */
export { saidIn, textOfMail } from './mailbox-texts.ts';
export { ownRuns, ownShingles, type WordRuns } from './own-shingles.ts';
export { FEWEST_PLACES, ownWording, placesOf, ROOM_FOR_PLACES, readsAsOwn } from './own-wording.ts';
export { SaidWords, SaidWordsBuilder } from './said-words.ts';
export { mostSayers, Sayers } from './sayers.ts';
