import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Language } from '../../model/index.ts';
import {
  charts,
  csvFiles,
  gexf,
  graphml,
  pngCharts,
  reportHtml,
  type SpreadReport,
} from '../../spread/report/index.ts';

/** Where each form goes, a file or a folder; absent: it is not wanted. */
export interface ReportOutputs {
  readonly html?: string | undefined;
  readonly csv?: string | undefined;
  readonly svg?: string | undefined;
  readonly png?: string | undefined;
  readonly gexf?: string | undefined;
  readonly graphml?: string | undefined;
}

/** Writes the files that were asked for, over what is there; returns their paths. */
export async function writeReport(
  report: SpreadReport,
  outputs: ReportOutputs,
  cwd: string,
  lang: Language,
): Promise<string[]> {
  const files = new Map<string, string | Uint8Array>();
  const many = (folder: string, contents: ReadonlyMap<string, string | Uint8Array>, ending = ''): void => {
    for (const [name, content] of contents)
      files.set(join(resolve(cwd, folder), `${name}${ending}`), content);
  };
  const { html, csv, svg, png } = outputs;
  if (html !== undefined) files.set(resolve(cwd, html), reportHtml(report, lang));
  if (outputs.gexf !== undefined) files.set(resolve(cwd, outputs.gexf), gexf(report));
  if (outputs.graphml !== undefined) files.set(resolve(cwd, outputs.graphml), graphml(report));
  if (csv !== undefined) many(csv, csvFiles(report, lang));
  if (svg !== undefined) many(svg, charts(report, lang), '.svg');
  if (png !== undefined) many(png, await pngCharts(charts(report, lang)), '.png');
  for (const [path, content] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return [...files.keys()];
}
