/** What a case shows of the operation, as a time line, a diamond, and a dossier to hand on. */

export { AUDIENCES as DOSSIER_AUDIENCES, type DossierAudience, PROFILES } from './audience.ts';
export { type Dossier, gatherDossier } from './gather.ts';
export { type MakeQuestion, makeDossier } from './make.ts';
export { type Operation, operation, type Told } from './operation/build.ts';
export { CORNERS, type Diamond, type DiamondFact } from './operation/diamond-fact.ts';
export { type OperationEvent, STAGES } from './operation/event.ts';
export { type FirstMatrixQuestion, firstMatrix } from './operation/first-matrix.ts';
export { type OperationJson, operationJson } from './operation/json.ts';
export { hasPosts, type PostFacts, postFacts } from './operation/posts.ts';
export {
  CORNER_TEXTS,
  eventText,
  factText,
  GROUND_TEXTS,
  STAGE_TEXTS,
  STRENGTH_TEXTS,
} from './operation/texts.ts';
export { findChromium, printPdf } from './print-pdf.ts';
export { dossierHtml } from './render/page.ts';
export { statementMarkdown } from './statement/statement.ts';
export { type DossierSummary, dossierSummary } from './summary.ts';
