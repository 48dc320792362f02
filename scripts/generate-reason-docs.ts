/** Writes docs/reasons.md, and the codes that the query language knows, from the catalogue of reasons. */
import { writeFileSync } from 'node:fs';
import { reasonDocs, reasonList } from '../src/judge/reasons/reason-docs.ts';

writeFileSync(new URL('../docs/reasons.md', import.meta.url), reasonDocs());
writeFileSync(new URL('../src/model/known-reasons.ts', import.meta.url), reasonList());
