/** Writes the tables behind the score into docs/verdicts.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { withScoreTables } from '../src/judge/score/score-docs.ts';

const PAGE = new URL('../docs/verdicts.md', import.meta.url);
writeFileSync(PAGE, withScoreTables(readFileSync(PAGE, 'utf8')));
