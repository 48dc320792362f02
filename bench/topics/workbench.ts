import { appFolder } from '../../src/server/app/app-folder.ts';
import { buildApp } from '../../src/server/app/build-app.ts';
import { openWorkbench } from '../../test/ui/workbench.ts';
import type { Bench } from '../bench.ts';
import { largeCase } from '../input/large-case.ts';
import { integer, type Table, type Topic } from '../report/topic.ts';
import { type Effort, measureWorkbench, type WorkbenchFigures } from '../workbench/measure.ts';

const TITLE = 'Workbench in the browser';
const SEED = '2017';

/** Fewer items are the test of the suite itself: its figures mean nothing. */
const LARGE = 10_000;
const USUAL: Effort = { loads: 7, queries: 160, items: 100, frames: 300 };
const LITTLE: Effort = { loads: 2, queries: 16, items: 8, frames: 30 };

/** What a person waits for in Chromium, on a case that is opened with `tamis open`. */
export async function workbenchTopic(bench: Bench): Promise<Topic> {
  const { items } = bench.options.sizes;
  await built();
  const opened = await openWorkbench(largeCase(bench.input(''), items, SEED), 'none');
  if (opened.type === 'none')
    return { title: TITLE, about: 'Not run.', tables: [], aims: [], missing: [`a browser: ${opened.why}`] };
  const { workbench } = opened;
  try {
    const figures = await measureWorkbench(workbench, items < LARGE ? LITTLE : USUAL);
    return {
      title: TITLE,
      about:
        `A case of ${integer(items)} items, served by \`tamis open\`, in ${workbench.browser.browserType().name()} ` +
        `${workbench.browser.version()} without a window or a graphics card. Times are from what a person does to the frame that shows it, inside ` +
        'the page; each question and each item once. Scrolling is the time between frames: three rows a frame as a wheel ' +
        'turned fast, and the whole list in as many frames, as a drag of the scroll bar. 16.7 ms is what a screen of 60 Hz gives.',
      tables: [waits(figures), sizes(figures)],
      aims: [
        {
          aim: 'search to list below 150 ms at the 95th percentile',
          measured: ms(part(figures.search, 0.95)),
        },
        { aim: 'first load below 300 kB of compressed script', measured: kilobytes(figures.sent.script) },
      ],
      missing: [],
    };
  } finally {
    await workbench.close();
  }
}

/** The page is built before the clock of the server's start runs. */
async function built(): Promise<void> {
  const app = appFolder();
  if (app.type === 'to-build') await buildApp(app);
}

function waits(figures: WorkbenchFigures): Table {
  const row = (name: string, times: readonly number[]): readonly string[] => [
    name,
    integer(times.length),
    ...[0.5, 0.95, 0.99, 1].map((share) => ms(part(times, share))),
  ];
  return {
    caption: 'What a person waits for',
    columns: ['', 'times', 'median', '95th percentile', '99th percentile', 'worst'],
    rows: [
      row('first paint, nothing in the cache', figures.firstPaint),
      row('overview shown, nothing in the cache', figures.overview),
      row('search to list', figures.search),
      row('item to view', figures.item),
      row('between frames, three rows a frame', figures.reading),
      row('between frames, through the whole list', figures.flight),
    ],
  };
}

function sizes({ sent, memory, startMs }: WorkbenchFigures): Table {
  return {
    caption: 'What it takes',
    columns: ['', 'measured'],
    rows: [
      ['start of `tamis open`, to its address', ms(startMs)],
      ['script of the first page, compressed', kilobytes(sent.script)],
      ['styles of the first page, compressed', kilobytes(sent.style)],
      ['fonts of the first page', kilobytes(sent.font)],
      ['memory of the server after all of it', memory.server === null ? '–' : megabytes(memory.server)],
      ['JavaScript heap of the page after all of it', megabytes(memory.page)],
    ],
  };
}

/** The smallest value that at least this share does not exceed. */
function part(times: readonly number[], share: number): number | null {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}

function ms(value: number | null): string {
  return value === null ? '–' : `${value.toFixed(value < 100 ? 1 : 0)} ms`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MiB`;
}
