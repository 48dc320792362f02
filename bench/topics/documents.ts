import type { Bench } from '../bench.ts';
import { type Documents, documents } from '../input/documents.ts';
import { isInstalled, measureRun } from '../measure/run.ts';
import { type Contestant, inTurns, processor, type Result } from '../measure/turns.ts';
import type { TypeFigures } from '../programs/read-documents.ts';
import type { ScanFigures } from '../programs/read-scans.ts';
import { type Aim, comparison, integer, ratio, seconds, type Table, type Topic } from '../report/topic.ts';

/** Made-up documents of each kind for the suite's own test. */
const TINY_DOCUMENTS = 3;

/** Text and metadata of documents against pdftotext and ExifTool. */
export async function documentsTopic(bench: Bench): Promise<Topic> {
  const { data, rounds, sizes } = bench.options;
  const input = documents(data, sizes.stored ? null : TINY_DOCUMENTS);
  const absent = ['pdftotext', 'exiftool'].filter((program) => !isInstalled(program));
  const all = inTurns(allOf(bench, input, absent), rounds);
  const pdfs = inTurns(pdfsOf(bench, input, absent), rounds);
  const size = input.bytes / 1e6;
  return {
    title: 'Documents',
    about:
      `${input.real ? 'Documents and images from the test suites of other projects' : 'Made-up documents'}, read one after the other on one core, ` +
      'in Tamis with text, metadata, embedded files and findings. Failures are told by their reason: most of these files were kept because they are encrypted, broken or rare.',
    tables: [
      byType(all[0]),
      comparison(
        `All ${integer(input.files)} files (${integer(size)} MB); ExifTool reads metadata alone`,
        all,
        {
          name: 'files/s',
          amount: input.files,
        },
      ),
      comparison(
        `${integer(input.pdfs.length)} PDF files; pdftotext reads text alone, a process a file`,
        pdfs,
        {
          name: 'files/s',
          amount: input.pdfs.length,
        },
      ),
      ...(sizes.stored ? [scans(bench)] : []),
    ],
    aims: input.real && pdfs.length > 1 ? [pdfAim(pdfs)] : [],
    missing: absent.map((name) => `${name}, which is not installed`),
  };
}

function allOf(bench: Bench, input: Documents, absent: readonly string[]): readonly Contestant[] {
  const tamis = { name: 'Tamis', command: bench.program('read-documents', ...input.folders) };
  if (absent.includes('exiftool')) return [tamis];
  // It ends with 1 when any file has an error, its output whole all the same.
  const args = ['-c', 'exiftool -j -r "$@" 2>/dev/null; true', 'sh', ...input.folders];
  return [tamis, { name: 'exiftool', command: { program: 'sh', args, discard: true } }];
}

function pdfsOf(bench: Bench, input: Documents, absent: readonly string[]): readonly Contestant[] {
  const tamis = { name: 'Tamis', command: bench.program('read-documents', '--files', ...input.pdfs) };
  if (absent.includes('pdftotext')) return [tamis];
  const loop = 'for file in "$@"; do pdftotext "$file" - 2>/dev/null; done; true';
  const args = ['-c', loop, 'sh', ...input.pdfs];
  return [tamis, { name: 'pdftotext', command: { program: 'sh', args, discard: true } }];
}

function byType(result: Result | undefined): Table {
  const types = Object.entries(JSON.parse(result?.outputs[0] ?? '{}') as Record<string, TypeFigures>);
  return {
    caption: 'By type, processor time of reading alone',
    columns: ['type', 'files', 'MB', 'files/s', 'MB/s', 'not or partly read'],
    rows: types
      .sort(([, a], [, b]) => b.count - a.count)
      .map(([type, { count, bytes, seconds, failures }]) => [
        type.replace('application/vnd.openxmlformats-officedocument.', '…'),
        integer(count),
        (bytes / 1e6).toFixed(1),
        seconds > 0 ? integer(count / seconds) : '–',
        seconds > 0 ? (bytes / 1e6 / seconds).toFixed(1) : '–',
        Object.entries(failures)
          .map(([code, times]) => `${times} ${code}`)
          .join(', ') || '0',
      ]),
  };
}

/** OCR has no peer here: what is told is how many of the words it gets right. */
function scans(bench: Bench): Table {
  const forms = JSON.parse(measureRun(bench.program('read-scans')).stdout) as readonly ScanFigures[];
  return {
    caption: 'OCR of full pages of known words, three fonts each, one core',
    columns: ['page', 'words right', 'confidence told', 'processor, a page'],
    rows: forms.map(({ form, share, confidence, seconds: cost }) => [
      form,
      `${(share * 100).toFixed(1)} %`,
      confidence.toFixed(2),
      seconds(cost),
    ]),
  };
}

function pdfAim([tamis, peer]: readonly Result[]): Aim {
  const [ours, theirs] = [tamis, peer].map((result) =>
    result === undefined ? null : processor(result.median),
  );
  return {
    aim: 'PDF text at least as fast as half of pdftotext on one core',
    measured: `${ratio(theirs ?? null, ours ?? null)} of its speed, start of both and everything Tamis tells beside the text included`,
  };
}
