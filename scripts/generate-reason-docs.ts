/** Writes docs/reasons.md from the catalogue of reasons. */
import { writeFileSync } from 'node:fs';
import { reasonDocs } from '../src/judge/reasons/reason-docs.ts';

writeFileSync(new URL('../docs/reasons.md', import.meta.url), reasonDocs());
