import type { Command } from './command.ts';

/** src/cli/summaries.ts, from the declarations. Written by scripts/generate-cli-docs.ts; a test holds the two together. */
export function summariesFile(commands: readonly Command[]): string {
  const entries = commands.map(({ path, summary }) => {
    const name = path.join(' ');
    const key = /^[a-z]+$/u.test(name) ? name : quoted(name);
    return `  ${key}: {\n    en: ${quoted(summary.en)},\n    fr: ${quoted(summary.fr)},\n  },\n`;
  });
  return `import type { Text } from '../model/text.ts';

/**
 * The summary of every command by its path, so that \`tamis --help\` need not load the commands, and with them most of
 * the program. Made by \`node scripts/generate-cli-docs.ts\` from the declarations in \`src/cli/commands\`; do not edit.
 */
export const SUMMARIES: Readonly<Record<string, Text>> = {
${entries.join('')}};
`;
}

/** As the formatter writes it, with spaces that cannot be seen to be special spelt out. */
function quoted(text: string): string {
  const quote = text.includes("'") ? '"' : "'";
  return `${quote}${text.replaceAll('\u00a0', '\\u00a0').replaceAll('\u202f', '\\u202f')}${quote}`;
}
