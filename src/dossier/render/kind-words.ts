/** One item of each kind, in words. */
export const KIND_ONE = {
  message: { en: 'message', fr: 'message' },
  document: { en: 'document', fr: 'document' },
  image: { en: 'image', fr: 'image' },
  archive: { en: 'archive', fr: 'archive' },
  mailbox: { en: 'mailbox', fr: 'boîte aux lettres' },
  other: { en: 'file', fr: 'fichier' },
} as const;
