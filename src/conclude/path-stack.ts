/**
 * Messages around what goes by in path order. All paths that begin with the path of a message come one after the other,
 * so that only messages are held whose paths the one at hand begins with, however many lie between.
 */
export class PathStack<T> {
  readonly #open: { readonly path: string; readonly value: T }[] = [];

  /** The nearest message around a path, and what was pushed for it. */
  around(path: string): { readonly path: string; readonly value: T } | null {
    while (this.#open.length > 0 && !path.startsWith(this.#open.at(-1)?.path ?? '')) this.#open.pop();
    // Of `box/1` and `box/1-x` both, `box/1/a.pdf` begins with one only; `box/1-x/a` begins with both, and lies in one.
    return this.#open.findLast((message) => path.charAt(message.path.length) === '/') ?? null;
  }

  push(path: string, value: T): void {
    this.#open.push({ path, value });
  }
}
