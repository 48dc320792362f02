/** The sizes in which the three variants of the format differ. Numbers are bytes. */
export interface Layout {
  readonly variant: 'ansi' | 'unicode' | 'unicode-4k';
  /** Width of block ids, node ids and offsets in structures. */
  readonly word: 4 | 8;
  readonly page: number;
  /** Offsets in a B-tree page. */
  readonly pageCountAt: number;
  readonly pageTypeAt: number;
  /** A block and its trailer fill a multiple of this. */
  readonly blockAlign: number;
  readonly blockTrailer: number;
  /** Bits of a heap id that number the allocation; the rest above them number the block. */
  readonly heapIndexBits: number;
}

/** Outlook 97 to 2002, MS-PST 2.2.2.7.7.1 and 2.2.2.8 in their ANSI columns. */
export const ANSI: Layout = {
  variant: 'ansi',
  word: 4,
  page: 512,
  pageCountAt: 496,
  pageTypeAt: 500,
  blockAlign: 64,
  blockTrailer: 12,
  heapIndexBits: 11,
};

/** Outlook 2003 and later. */
export const UNICODE: Layout = {
  variant: 'unicode',
  word: 8,
  page: 512,
  pageCountAt: 488,
  pageTypeAt: 496,
  blockAlign: 64,
  blockTrailer: 16,
  heapIndexBits: 11,
};

/** OST of Outlook 2013 and later: not in MS-PST; as libpff's notes describe it, checked on a real file. */
export const UNICODE_4K: Layout = {
  variant: 'unicode-4k',
  word: 8,
  page: 4096,
  pageCountAt: 4056,
  pageTypeAt: 4072,
  blockAlign: 512,
  blockTrailer: 24,
  heapIndexBits: 14,
};
