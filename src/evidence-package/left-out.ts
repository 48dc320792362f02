/** What was asked for and is not in the package. Nothing is left out in silence. */
export interface LeftOut {
  readonly type: 'source' | 'item';
  /** Path of a source from its input on, or the id of an item. */
  readonly path: string;
  /**
   * `changed`: the bytes are no longer those that were sifted. `missing`: they are gone. `unreadable`: the system did not
   * let them be read. `no-bytes`: there never
   * were any (a link, what could not be read). `too-large`: more than can be written at once.
   */
  readonly why: 'changed' | 'missing' | 'unreadable' | 'no-bytes' | 'too-large';
}
