import type { SiftedBytes } from '../../case/as-sifted.ts';
import type { Reason } from '../../model/index.ts';
import type { ShownEvidence } from '../../show/evidence.ts';
import type { ClockJson } from '../../show/json/index.ts';
import type { HeaderViewJson, PartJson, SheetJson, SlideJson } from '../api/item.ts';
import type { SafeHtml } from './html/safe-html.ts';
import type { PdfSizes } from './pdf-pages.ts';
import type { SheetsQuestion } from './sheets.ts';

/** Where the bytes of an item are; the worker reads them itself and needs no database. */
export interface ViewItem extends SiftedBytes {
  readonly type: string;
  readonly isMessage: boolean;
}

/** What is done with the bytes of an item, away from the thread that answers. */
export interface ViewTasks {
  structure: { readonly input: object; readonly output: StructureView | null };
  html: { readonly input: object; readonly output: SafeHtml | null };
  source: {
    readonly input: { readonly offset: number; readonly length: number };
    readonly output: { readonly size: number; readonly text: string } | null;
  };
  pages: { readonly input: object; readonly output: PdfSizes | Locked | null };
  page: {
    readonly input: { readonly number: number; readonly width: number };
    readonly output: Uint8Array | null;
  };
  picture: { readonly input: object; readonly output: Uint8Array | null };
  sheets: {
    readonly input: SheetsQuestion;
    readonly output: readonly SheetJson[] | Locked | null;
  };
  slides: { readonly input: object; readonly output: readonly SlideJson[] | Locked | null };
  evidence: {
    readonly input: { readonly reasons: readonly Reason[] };
    readonly output: readonly (readonly ShownEvidence[])[];
  };
  bytes: { readonly input: object; readonly output: Uint8Array | null };
}

/** A password keeps it closed, and none of those given opens it. */
export type Locked = 'locked';

export type ViewName = keyof ViewTasks;

export interface StructureView {
  readonly headers: readonly Omit<HeaderViewJson, 'coveredBy' | 'uncovered'>[];
  readonly parts: readonly PartJson[];
  readonly clocks: readonly ClockJson[];
  readonly hasHtml: boolean;
}

export interface ViewRequest<Name extends ViewName = ViewName> {
  readonly id: number;
  readonly name: Name;
  readonly item: ViewItem;
  readonly input: ViewTasks[Name]['input'];
  /** Of documents. */
  readonly passwords: readonly string[];
}

export type ViewResponse =
  | { readonly id: number; readonly type: 'done'; readonly output: unknown }
  | { readonly id: number; readonly type: 'failed'; readonly why: string };
