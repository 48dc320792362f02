import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import type { SearchJson } from '../../src/server/api/search.ts';
import type { Workbench } from '../../test/ui/workbench.ts';
import { makeQueries } from '../input/queries.ts';
import { FIRST_LOAD, itemToView, OVERVIEW_SHOWN, scrollThrough, searchToList } from './in-page.ts';

export interface WorkbenchFigures {
  readonly startMs: number;
  readonly firstPaint: readonly number[];
  readonly overview: readonly number[];
  /** Bytes over the wire for the first page. */
  readonly sent: { readonly script: number; readonly style: number; readonly font: number };
  readonly search: readonly number[];
  readonly item: readonly number[];
  /** Milliseconds between frames. */
  readonly reading: readonly number[];
  readonly flight: readonly number[];
  /** Bytes. */
  readonly memory: { readonly server: number | null; readonly page: number };
}

/** How often each thing is done. */
export interface Effort {
  /** Loads of the first page, each by a browser that has nothing of it. */
  readonly loads: number;
  readonly queries: number;
  readonly items: number;
  /** Frames of each way of scrolling. */
  readonly frames: number;
}

/** Three rows a frame, as a wheel turned fast. */
const READING_PIXELS = 3 * 58;
/** Rows the words of the queries are taken from. */
const SAMPLED = 4_000;
const PAGE = 500;

/** What a person waits for, in a browser, on the case that is served. */
export async function measureWorkbench(workbench: Workbench, effort: Effort): Promise<WorkbenchFigures> {
  const loads = [];
  for (let load = 0; load < effort.loads; load++) loads.push(await firstLoad(workbench));
  const { context } = await workbench.person();
  const page = await context.newPage();
  await page.goto(`${workbench.origin}/#/reader`);
  await page.locator('.item-row .who').first().waitFor();
  const found = await asked(context, workbench.origin, effort);
  const search = await eachOf(page, found.queries.map(searchToList));
  const item = await eachOf(
    page,
    found.ids.map((id) => itemToView(id, '')),
  );
  await page.goto(`${workbench.origin}/#/reader`);
  await page.locator('.item-row .who').first().waitFor();
  const reading = await page.evaluate<number[]>(scrollThrough(effort.frames, READING_PIXELS));
  const flight = await page.evaluate<number[]>(scrollThrough(effort.frames, null));
  const memory = { server: residentBytes(workbench.serverId), page: await heapOf(context, page) };
  await context.close();
  const [first] = loads;
  return {
    startMs: workbench.startMs,
    firstPaint: loads.flatMap(({ paint }) => (paint === null ? [] : [paint])),
    overview: loads.map(({ overview }) => overview),
    sent: { script: first?.script ?? 0, style: first?.style ?? 0, font: first?.font ?? 0 },
    ...{ search, item, reading, flight, memory },
  };
}

interface FirstLoad {
  readonly paint: number | null;
  readonly script: number;
  readonly style: number;
  readonly font: number;
}

/** With an empty cache: signed in by a request that loads no page. */
async function firstLoad({ person, origin }: Workbench): Promise<FirstLoad & { readonly overview: number }> {
  const { context } = await person();
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.clearBrowserCache');
  await page.goto(`${origin}/#/overview`);
  const overview = await page.evaluate<number>(OVERVIEW_SHOWN);
  const load = await page.evaluate<FirstLoad>(FIRST_LOAD);
  await context.close();
  return { ...load, overview };
}

/** Each question once: what was asked before is remembered, and is not what a person waits for. */
async function eachOf(page: Page, scripts: readonly string[]): Promise<readonly number[]> {
  const times: number[] = [];
  for (const script of scripts) times.push(await page.evaluate<number>(script));
  return times;
}

/** Queries of words the case has, and items from all over it. */
async function asked(
  { request }: BrowserContext,
  origin: string,
  effort: Effort,
): Promise<{ readonly queries: readonly string[]; readonly ids: readonly string[] }> {
  const counts = new Map<string, number>();
  const ids: string[] = [];
  for (let offset = 0; offset < SAMPLED; offset += PAGE) {
    const answer = await request.get(`${origin}/api/search?q=&sort=path&limit=${PAGE}&offset=${offset}`);
    const { rows }: SearchJson = await answer.json();
    ids.push(...rows.map(({ id }) => id));
    for (const { subject } of rows)
      for (const [word] of subject.toLowerCase().matchAll(/\p{L}{2,20}/gu))
        counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const words = [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
  const queries = [...new Set(makeQueries(words, effort.queries))].filter((query) => query !== '');
  const every = Math.max(1, Math.floor(ids.length / effort.items));
  return { queries, ids: ids.filter((_, at) => at % every === 0).slice(0, effort.items) };
}

async function heapOf(context: BrowserContext, page: Page): Promise<number> {
  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
}

/** Null where the system does not tell it so. */
function residentBytes(id: number): number | null {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}
