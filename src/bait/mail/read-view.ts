import type { Limits } from '../../model/index.ts';
import { parseAddresses } from '../../parse/mime/address.ts';
import { decodeHeader, findAll, parseMessage } from '../../parse/mime/message.ts';
import { summarize } from '../../parse/mime/summary.ts';
import { attachedFiles } from './attached-files.ts';
import { drawnLinks } from './drawn/drawn-codes.ts';
import { type HtmlFacts, htmlFacts } from './html-facts.ts';
import { type Link, linksInText, readLink } from './link.ts';
import type { AttachedFile, MailView } from './mail-view.ts';
import { qrLinksInside } from './qr-codes.ts';

/** Attack: a page of a million links and words, each held against every protected name. */
const MOST_LINKS = 1000;
const MOST_TEXT = 100_000;

/** Reads a message (RFC 822 bytes) for the rules. Never throws on what is in it; loads and follows nothing. */
export async function readView(bytes: Uint8Array, limits: Limits): Promise<MailView> {
  const message = parseMessage(bytes, limits);
  const summary = summarize(message, limits);
  const first = (key: string): string => {
    const [field] = findAll(message.root, key);
    return field === undefined ? '' : decodeHeader(bytes, field);
  };
  const html = summary.html === null ? null : htmlFacts(summary.html);
  const attachments = await attachedFiles(message, summary, limits);
  const plain = withoutQuotes(summary.text.slice(0, MOST_TEXT));
  return {
    from: summary.from,
    replyTo: summary.replyTo,
    returnPath: parseAddresses(first('return-path'))[0]?.address.toLowerCase() ?? '',
    subject: summary.subject,
    date: summary.date,
    messageId: summary.messageId,
    answers: summary.inReplyTo.length > 0 || summary.references.length > 0,
    text: html === null || html.text === '' ? plain : html.text,
    html,
    links: [
      ...linksOf(plain, html, attachments),
      ...(await qrLinksInside(html?.inside ?? [])),
      ...(await drawnLinks(summary.html, plain)),
    ],
    attachments,
    signed: findAll(message.root, 'dkim-signature').length > 0,
    mailer: [first('x-mailer'), first('user-agent'), first('x-php-originating-script')]
      .filter(Boolean)
      .join(' '),
  };
}

/** What others wrote before is not what this mail wants. */
function withoutQuotes(text: string): string {
  return text.includes('\n>') || text.startsWith('>') ? text.replace(/^>.*$/gmu, '') : text;
}

function linksOf(plain: string, html: HtmlFacts | null, files: readonly AttachedFile[]): Link[] {
  const links: Link[] = html === null ? linksInText(plain) : [];
  if (html !== null) {
    for (const { target, shown } of html.anchors) {
      if (/^(?:mailto|tel|cid|sms):/iu.test(target)) continue;
      links.push(readLink(target, shown, 'anchor'));
    }
    if (html.form !== null && html.form.action !== '') links.push(readLink(html.form.action, '', 'form'));
  }
  for (const { holds } of files) {
    if (holds.type === 'page' || holds.type === 'pdf') links.push(...holds.links);
    else if (holds.type === 'picture') links.push(...holds.codes);
  }
  return links.slice(0, MOST_LINKS);
}
