/** Names made to be mistaken for a campaign's own: those one could register, and those in a list. */
export { type Brand, brandName, readBrand } from './brand.ts';
export { type BaitName, type BaitReason, judgeName, type Protection, protectionOf } from './judge-name.ts';
export { NEXT_STEPS } from './next-steps.ts';
export { type Permutation, type PermutationKind, permutations } from './permutations.ts';
export { KIND_TEXTS, REASON_TEXTS } from './reason-texts.ts';
export { type ListedName, type ListScan, scanLists } from './scan-list.ts';
export { readSeenNames, writeSeenNames } from './seen-names.ts';
export { PLATFORMS, SUFFIXES, WORDS } from './service-words.ts';
export { strangeLetters } from './strange-letters.ts';
