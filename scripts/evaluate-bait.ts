/**
 * Measures `bait mail` on real phishing and real ordinary mail and writes docs/evaluation-bait.md and its curve.
 * `node scripts/evaluate-bait.ts` takes two minutes; `--fit` fits the weights on the development half first. The
 * collection is read from ../shared/corpus.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AGAINST } from '../src/bait/mail/set-weights.ts';
import { curveSvg } from './bait/curve.ts';
import { mailExamples } from './bait/examples.ts';
import { freshMeasures } from './bait/fresh.ts';
import { measured } from './bait/measures.ts';
import { fittedModel } from './bait/model.ts';
import { pageOf } from './bait/page.ts';
import { weightsSource } from './bait/weights-source.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const examples = await mailExamples(path('../../shared/corpus/mail-real'));
if (process.argv.includes('--fit'))
  writeFileSync(path('../src/bait/mail/weights.ts'), weightsSource(fittedModel(examples, () => true)));
const { BIAS, WEIGHTS } = await import('../src/bait/mail/weights.ts');
const weights = new Map([...Object.entries(WEIGHTS), ...Object.entries(AGAINST)]);
const measures = measured(examples, { bias: BIAS, weights });
writeFileSync(
  path('../docs/evaluation-bait.md'),
  pageOf(measures, await freshMeasures(path('../../shared/corpus/bulk/lists.mbox.xz'))),
);
writeFileSync(path('../docs/evaluation-bait.svg'), curveSvg(measures.curve));
