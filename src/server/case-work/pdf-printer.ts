import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, printPdf } from '../../dossier/print-pdf.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Prints pages of ours to PDF with a Chromium of this machine, one at a time: a browser takes 300 MB. What was printed is
 * kept with what it was printed from, so that asking again costs nothing.
 */
export class PdfPrinter {
  readonly #env: Environment;
  readonly #printed = new WeakMap<object, Promise<Uint8Array>>();
  readonly #stop = new AbortController();
  #before: Promise<unknown> = Promise.resolve();

  /** @param env where a browser is looked for; empty for none */
  constructor(env: Environment) {
    this.#env = env;
  }

  get isAvailable(): boolean {
    return findChromium(this.#env) !== null;
  }

  /** The PDF of a page that belongs to `owner`. Throws `no-chromium`, `print-failed`; what failed is tried again. */
  print(owner: object, html: string): Promise<Uint8Array> {
    const known = this.#printed.get(owner);
    if (known !== undefined) return known;
    const printed = this.#before.then(() => this.#run(html));
    this.#before = printed.catch(() => {});
    this.#printed.set(owner, printed);
    printed.catch(() => this.#printed.delete(owner));
    return printed;
  }

  /** Ends the browser that prints, and waits until what it was given is gone from the disk. */
  async close(): Promise<void> {
    this.#stop.abort();
    await this.#before;
  }

  async #run(html: string): Promise<Uint8Array> {
    const folder = mkdtempSync(join(tmpdir(), 'tamis-pdf-'));
    try {
      const [page, pdf] = [join(folder, 'dossier.html'), join(folder, 'dossier.pdf')];
      writeFileSync(page, html, { mode: 0o600 });
      await printPdf(page, pdf, this.#env, this.#stop.signal);
      return readFileSync(pdf);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
