import { FAILURE_CODES } from '../../model/failure.ts';
import type { Text } from '../../model/text.ts';
import { FAILURES } from '../failures/index.ts';
import { inLanguage } from '../texts/in-language.ts';
import { namesIn } from '../texts/template.ts';
import { REASON_CODES, REASONS } from './index.ts';

/** docs/reasons.md, from the catalogue. Written by scripts/generate-reason-docs.ts; a test holds the two together. */
export function reasonDocs(): string {
  return `# Reasons and failures

Made by \`node scripts/generate-reason-docs.ts\` from \`src/judge/reasons\` and \`src/judge/failures\`; do not edit.
The codes are stable: other programs may rely on them. A part in \`[ ]\` is shown when its values are known;
\`{name}\` is a value of the reason's \`detail\`.

## Reasons

${REASON_CODES.map((code) => reasonSection(code)).join('\n')}
## Failures

| code | what it means | next step |
| --- | --- | --- |
${FAILURE_CODES.map((code) => `| \`${code}\` | ${both(FAILURES[code].text)} | ${both(FAILURES[code].next)} |`).join('\n')}
`;
}

/** src/model/known-reasons.ts: the codes alone, for those who stand before the rules and may not import their texts. */
export function reasonList(): string {
  return `/**
 * Every code that a reason of a verdict can have, for the query language. Made by \`node scripts/generate-reason-docs.ts\`
 * from the catalogue in \`src/judge/reasons\`; do not edit.
 */
export const KNOWN_REASONS = [
${[...REASON_CODES]
  .sort()
  .map((code) => `  '${code}',`)
  .join('\n')}
] as const;
`;
}

function reasonSection(code: keyof typeof REASONS): string {
  const { title, text } = REASONS[code];
  const names = namesIn(text.en).map((name) => `\`${name}\``);
  return `### \`${code}\`

**${title.en}** / **${inLanguage(title, 'fr')}**

${text.en}

${inLanguage(text, 'fr')}

Values: ${names.length === 0 ? 'none' : names.join(', ')}.
`;
}

function both(text: Text): string {
  return `${text.en}<br>${inLanguage(text, 'fr')}`;
}
