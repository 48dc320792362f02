import type {
  ByteSource,
  ContainerEntry,
  ContainerOptions,
  ContainerReader,
  EntryOutcome,
  Failure,
} from '../../model/index.ts';
import { Window } from '../mbox/window.ts';

const UNIT = 0x1f;
/** Ends a message, or the options of the file. */
const END = Buffer.from([0x0a, UNIT]);
const FORM_FEED = 0x0c;
/** The line between the original header and the one that Rmail shows ("end of original header"). */
const EOOH = '*** EOOH ***\n';

/**
 * Opens a mailbox of Emacs' Rmail (Babyl, Emacs manual up to 22). A message has its header twice, as it came and as it is
 * shown; the first is given, with the body. It counts as rebuilt, since Rmail decoded bodies when it took them over.
 */
export function openBabyl(source: ByteSource, { limits }: ContainerOptions): ContainerReader {
  let failure: Failure | null = null;
  async function* entries(from: number): AsyncGenerator<ContainerEntry> {
    const window = new Window(source);
    let end = window.find(END, 0);
    for (let index = 0; end >= 0; index++) {
      const start = messageStart(window, end + END.length);
      if (start === null) return;
      if (index >= limits.children) {
        failure = { code: 'too-many', detail: `More than ${limits.children} messages.` };
        return;
      }
      end = window.find(END, start - 1);
      const stop = end < 0 ? source.size : end + 1;
      if (index < from) continue;
      if (stop - start > limits.itemBytes) {
        const detail = `${stop - start} bytes, more than one item may take (${limits.itemBytes}).`;
        yield entryOf(index, { type: 'failed', failure: { code: 'too-large', detail } });
        continue;
      }
      const { bytes, labels } = messageOf(Buffer.from(source.read(start, stop - start)).toString('latin1'));
      const cut: Failure = { code: 'truncated', detail: 'The file ends before its message does.' };
      const outcome: EntryOutcome =
        end < 0 ? { type: 'partial', bytes, failure: cut } : { type: 'rebuilt', bytes };
      yield entryOf(index, outcome, labels);
    }
  }
  return {
    ...{ expected: null, entries, failure: () => failure, facts: { format: 'babyl' }, defects: [] },
    close: () => source.close(),
  };
}

function entryOf(index: number, outcome: EntryOutcome, labels = ''): ContainerEntry {
  return { index, name: '', outcome, defects: [], facts: labels === '' ? {} : { labels } };
}

/** Behind the end of the one before stands a form feed and a line end; nothing but white space ends the file. */
function messageStart(window: Window, at: number): number | null {
  const head = window.slice(at, at + 3);
  if (head[0] !== FORM_FEED) return null;
  return at + (head[1] === 0x0d ? 3 : 2);
}

/** `text` has one character a byte: a line of labels, the original header where it was pruned, the shown one, the body. */
function messageOf(text: string): { readonly bytes: Buffer; readonly labels: string } {
  const lines = text.replaceAll('\r\n', '\n');
  const [status = ''] = lines.split('\n', 1);
  const rest = lines.slice(status.length + 1);
  const labels = status
    .split(',')
    .slice(1)
    .map((label) => label.trim())
    .filter((label) => label !== '')
    .join(' ');
  return { bytes: Buffer.from(withoutShownHeader(rest), 'latin1'), labels };
}

function withoutShownHeader(rest: string): string {
  const at = rest.startsWith(EOOH) ? 0 : rest.indexOf(`\n${EOOH}`) + 1;
  if (at === 0 && !rest.startsWith(EOOH)) return rest;
  const original = rest.slice(0, at).trim();
  const shown = rest.slice(at + EOOH.length);
  if (original === '') return shown;
  const blank = shown.indexOf('\n\n');
  return `${original}\n\n${blank < 0 ? '' : shown.slice(blank + 2)}`;
}
