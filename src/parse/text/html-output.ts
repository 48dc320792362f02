import { decodeHTML } from 'entities';

/** Collects text, collapsing white space as a browser does. */
export class TextOutput {
  preformatted = 0;
  /** Target of the open link. */
  link = '';
  private readonly pieces: string[] = [];
  private breaks = 0;
  private space = false;
  private empty = true;

  text(source: string): void {
    if (source === '') return;
    const decoded = source.includes('&') ? decodeHTML(source) : source;
    const text = this.preformatted > 0 ? decoded : collapse(decoded);
    const body = this.preformatted > 0 || !text.startsWith(' ') ? text : text.slice(1);
    if (body !== text) this.space = true;
    if (body === '') return;
    if (this.breaks > 0) this.pieces.push('\n'.repeat(this.breaks));
    else if (this.space && !this.empty) this.pieces.push(' ');
    this.breaks = 0;
    this.empty = false;
    this.space = this.preformatted === 0 && body.endsWith(' ');
    this.pieces.push(this.space ? body.slice(0, -1) : body);
  }

  /** Where a link leads is told after its text, unless the text says it: a trace, and phishing hides it. */
  closeLink(): void {
    const target = this.link;
    this.link = '';
    if (
      target === '' ||
      this.pieces
        .slice(-2)
        .join('')
        .includes(target.replace(/^https?:\/\/|\/$/g, ''))
    )
      return;
    this.pieces.push(` (${target})`);
    this.empty = false;
  }

  lineBreaks(count: number): void {
    if (!this.empty) this.breaks = Math.max(this.breaks, count);
    this.space = false;
  }

  forcedBreak(): void {
    // Many <br> in a row are layout: two line ends say as much to a reader.
    if (!this.empty) this.breaks = Math.min(this.breaks + 1, 2);
    this.space = false;
  }

  finish(): string {
    return this.pieces.join('');
  }
}

/** Runs of white space to one space; most pieces have none, and a test is cheaper than a replacement. */
function collapse(text: string): string {
  return /[\t\r\n\f]| {2}/.test(text) ? text.replace(/[ \t\r\n\f]+/g, ' ') : text;
}
