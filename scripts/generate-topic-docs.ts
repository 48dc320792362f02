/** Writes the rules into docs/topics.md, between the marks. */
import { readFileSync, writeFileSync } from 'node:fs';
import { topicDocs } from '../src/examine/topics/topic-docs.ts';

const file = new URL('../docs/topics.md', import.meta.url);
const [before = '', rest = ''] = readFileSync(file, 'utf8').split('<!-- rules: made from the code -->\n');
const after = rest.split('<!-- end of rules -->\n')[1] ?? '';
writeFileSync(
  file,
  `${before}<!-- rules: made from the code -->\n\n${topicDocs()}\n\n<!-- end of rules -->\n${after}`,
);
