import type { AttachedFile, MailView } from './mail-view.ts';
import { example, type Signal } from './signal.ts';

/** What the attached files tell. None is opened in another program, and nothing in them runs. */
export function* attachmentRules({ attachments }: MailView): Generator<Signal> {
  const told = new Set<string>();
  for (const file of attachments) {
    for (const signal of ofFile(file)) {
      if (told.has(signal.code)) continue;
      told.add(signal.code);
      yield signal;
    }
  }
}

function* ofFile({ name, holds }: AttachedFile): Generator<Signal> {
  const detail = { name: example(name) };
  if (holds.type === 'page') {
    yield { code: 'bait-attached-page', level: holds.script ? 2 : 1, detail };
    if (holds.asksPassword) yield { code: 'bait-password-form', level: 2, detail: { link: example(name) } };
  }
  if (holds.type === 'pdf' && holds.links.length > 0)
    yield { code: 'bait-pdf-link', level: 1, detail: { ...detail, host: holds.links[0]?.host ?? '' } };
  if (holds.type === 'program') yield { code: 'bait-attached-program', level: 2, detail };
  if (
    /\.(?:pdf|docx?|xlsx?|jpe?g|png|txt)\s{0,40}\.(?:html?|svg|exe|js|vbs|scr|lnk|zip|iso|img|xhtml|shtml)$/iu.test(
      name.slice(-200),
    )
  )
    yield { code: 'bait-double-ending', level: 1, detail };
}
