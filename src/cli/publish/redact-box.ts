import { TamisError } from '../../model/index.ts';
import type { RedactGiven } from '../../publish/index.ts';

/** `X,Y,WIDTH,HEIGHT`, of a PDF with its page before it: `2:X,Y,WIDTH,HEIGHT`. Throws `bad-option`. */
export function boxesOf(values: readonly string[]): RedactGiven['boxes'] {
  return values.map((value) => {
    const match =
      /^(?:(\d{1,6}):)?(\d{1,6}(?:\.\d+)?),(\d{1,6}(?:\.\d+)?),(\d{1,6}(?:\.\d+)?),(\d{1,6}(?:\.\d+)?)$/u.exec(
        value,
      );
    if (match === null)
      throw new TamisError('bad-option', {
        en: `--box ${value}: write X,Y,WIDTH,HEIGHT or PAGE:X,Y,WIDTH,HEIGHT`,
        fr: `--box ${value}\u00a0: écrivez X,Y,LARGEUR,HAUTEUR ou PAGE:X,Y,LARGEUR,HAUTEUR`,
      });
    const [left = 0, top = 0, width = 0, height = 0] = match.slice(2).map(Number);
    return { page: Number(match[1] ?? 1), left, top, right: left + width, bottom: top + height };
  });
}
