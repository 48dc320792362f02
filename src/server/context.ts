import type { CaseStore } from '../case/store.ts';
import type { Language } from '../model/text.ts';
import type { CaseWorkers } from './case-work/case-workers.ts';
import type { KeptDossiers } from './case-work/kept-dossiers.ts';
import type { PdfPrinter } from './case-work/pdf-printer.ts';
import type { Downloads } from './files/downloads.ts';
import type { EventHub } from './live/event-hub.ts';
import type { DocumentPasswords } from './live/passwords.ts';
import type { Reviews } from './live/reviews.ts';
import type { SpreadReports } from './live/spread-reports.ts';
import type { LiveView } from './table/live-view.ts';
import type { ViewPool } from './view/view-pool.ts';

/** What every resource works with. The clock and random numbers are here, so that tests set them. */
export interface ServerContext {
  readonly store: CaseStore;
  readonly view: LiveView;
  readonly pool: ViewPool;
  readonly reviews: Reviews;
  readonly downloads: Downloads;
  readonly spread: SpreadReports;
  readonly work: CaseWorkers;
  readonly dossiers: KeptDossiers;
  readonly printer: PdfPrinter;
  readonly passwords: DocumentPasswords;
  readonly events: EventHub;
  readonly now: () => Date;
  readonly language: Language;
  readonly version: string;
  readonly asks: 'token' | 'password';
}
