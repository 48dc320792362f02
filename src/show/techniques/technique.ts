/** A technique of a public catalogue, by the id others know it by. */
export interface Technique {
  readonly id: string;
  /** As the catalogue names it. */
  readonly name: string;
}
