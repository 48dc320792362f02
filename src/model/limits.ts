/** Bounds on what one hostile input may cost. Each has a flag of `sift`; the comment names the attack. */
export interface Limits {
  /** Containers inside containers. Attack: a zip that holds itself (quine), mail in mail in mail. */
  readonly depth: number;
  /** Bytes out per byte in, for one compressed entry. Attack: the decompression bomb (42.zip). */
  readonly ratio: number;
  /** Below this many bytes out, the ratio is not looked at: small files of zeros are innocent. */
  readonly ratioFloor: number;
  /** Bytes of one item in memory. Attack: one giant member that exhausts the heap. */
  readonly itemBytes: number;
  /** Bytes out of one container, all entries together. Attack: overlapping entries (zbsm.zip, 4.5 PB). */
  readonly containerBytes: number;
  /** Children of one container. Attack: millions of empty members. */
  readonly children: number;
  /** MIME parts of one message. Attack: quadratic time over a million boundaries. */
  readonly parts: number;
  /** Bytes of all header fields of one part. Attack: a 50 MB header. */
  readonly headerBytes: number;
  /** Characters of text kept and indexed for one item. Attack: an index that fills the disk. */
  readonly textChars: number;
  /** Milliseconds for one item. Attack: catastrophic back-tracking, endless loops. */
  readonly itemMs: number;
  /** Megabytes of heap for one worker. Attack: a parser led to allocate without end. */
  readonly workerMb: number;
}

/** What holds unless the flags say otherwise. */
export const DEFAULT_LIMITS: Limits = {
  depth: 16,
  ratio: 1000,
  ratioFloor: 16 * 2 ** 20,
  // An attachment of 200 MB, twice what mail servers let pass, is 283 MB in base64.
  itemBytes: 320 * 2 ** 20,
  containerBytes: 2 ** 40,
  children: 10_000_000,
  parts: 10_000,
  headerBytes: 8 * 2 ** 20,
  textChars: 4_000_000,
  itemMs: 30_000,
  workerMb: 512,
};
