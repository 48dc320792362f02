import type { PackageReader } from '../document/package.ts';
import { attribute, type XmlToken, xmlTokens } from '../document/xml-tokens.ts';
import type { Collector } from './collector.ts';
import { isRemoteTarget } from './remote-target.ts';

/** Attack: a workbook with ten thousand links, each a part of its own. */
const MOST_LINKS = 500;
/** Attack: a hundred thousand slides, each read in search of one action. */
const MOST_SLIDES = 2_000;

/**
 * Where a workbook takes values from and what a slide starts, beside what relationships tell: DDE links and queries of
 * workbooks (ECMA-376 part 1, 18.14 and 18.13), programs and macros behind a click (part 1, 21.1.2.3.5).
 */
export function collectSources(reader: PackageReader, out: Collector): void {
  for (const part of reader.matching(/^xl\/externalLinks\/[^/]{1,100}\.xml$/i).slice(0, MOST_LINKS))
    for (const token of xmlTokens(reader.part(part) ?? ''))
      if (token.type === 'open' && token.name === 'ddeLink') {
        const get = (name: string) => attribute(token.attributes, name) ?? '';
        out.finding('dde-field', `${get('ddeService')}|${get('ddeTopic')} (${part})`);
      }
  for (const part of reader.matching(/^xl\/connections\.xml$/i))
    for (const token of xmlTokens(reader.part(part) ?? ''))
      if (token.type === 'open') collectConnection(token, part, out);
  for (const part of reader
    .matching(/^ppt\/slide(?:s|Layouts|Masters)\/[^/]{1,60}\.xml$/i)
    .slice(0, MOST_SLIDES))
    for (const [, action = ''] of (reader.part(part) ?? '').matchAll(ACTION))
      out.finding('launch-action', `${action} (${part})`);
}

const ACTION = /\saction="(ppaction:\/\/(?:program|macro|ole)[^"]{0,200})"/g;

/** A page of the web, or a data base with its server, and often with a user and a password in plain text. */
function collectConnection(token: Extract<XmlToken, { type: 'open' }>, part: string, out: Collector): void {
  const url = attribute(token.attributes, 'url');
  if (token.name === 'webPr' && url !== null) {
    out.field('linked-path', url, `${part} webPr url`);
    if (isRemoteTarget(url)) out.finding('external-link', `${url} (${part})`);
  } else if (token.name === 'dbPr')
    out.field('connection', attribute(token.attributes, 'connection'), `${part} dbPr`);
  else if (token.name === 'connection')
    out.field('linked-path', attribute(token.attributes, 'sourceFile'), `${part} connection sourceFile`);
}
