/** Colours for a terminal (ECMA-48 SGR), or plain text where they are not wanted. */
import type { Environment, Output } from '../host.ts';

const STYLES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  magenta: [35, 39],
  cyan: [36, 39],
} as const;

export type Style = keyof typeof STYLES;

export type Paint = (style: Style, text: string) => string;

/** Colours if the output is a terminal that has them and neither --no-color nor NO_COLOR says otherwise. */
export function paintFor(output: Output, env: Environment, noColor: boolean): Paint {
  // https://no-color.org: any value that is not empty counts.
  const refused = noColor || (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb';
  return output.isTTY && !refused ? coloured : plain;
}

/** Leaves the text as it is: a pipe or NO_COLOR. */
export function plain(_style: Style, text: string): string {
  return text;
}

/** By SGR sequences of ECMA-48, which every terminal knows. */
export function coloured(style: Style, text: string): string {
  const [on, off] = STYLES[style];
  return `\u001b[${on}m${text}\u001b[${off}m`;
}
