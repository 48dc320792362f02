import type { ByteSource, ContainerEntry, ContainerReader, ItemStatus } from '../../model/index.ts';
import { openArchive } from '../../parse/archive/archive.ts';
import { openOlm } from '../../parse/olm/olm.ts';
import { openPst } from '../../parse/pst/pst.ts';
import { openTnef } from '../../parse/tnef/tnef.ts';
import type { WorkContext } from '../context.ts';
import { beginItem } from '../each.ts';
import type { ChildPlace } from '../items/child-place.ts';
import { crashed } from '../items/crash.ts';
import { emitEntry } from '../items/entry.ts';
import { emitMissing } from '../items/failed.ts';
import { componentOf, SiblingNames } from '../items/names.ts';
import { openLocator } from '../locate.ts';
import { siblingVolumes } from '../sibling-volumes.ts';
import type { Task } from '../task.ts';

type ContainerTask = Extract<Task, { kind: 'container' }>;

/** Reads the children of an archive, a PST or a TNEF, from the first one not yet committed. */
export async function runContainer(context: WorkContext, task: ContainerTask): Promise<void> {
  const opening = beginItem(context, -1);
  const position = { next: context.state.next };
  if (opening.type === 'failed') {
    const detail = 'Opening this container twice ended its worker.';
    context.out.failure(task.path, 'failed', { code: opening.code, detail });
    return context.out.end(position.next);
  }
  let source: ByteSource | null = null;
  let reader: ContainerReader | null = null;
  try {
    source = openLocator(task.source, context.objects, context.limits);
    reader = await openReader(context, task, source);
    await readEntries(context, task, reader, position);
    reportEnd(context, task, reader, position.next);
  } catch (error) {
    context.out.failure(task.path, statusAt(position.next), crashed(error));
  } finally {
    reader?.close();
    source?.close();
  }
  await context.out.end(position.next);
}

function reportEnd(context: WorkContext, task: ContainerTask, reader: ContainerReader, read: number): void {
  const isRetry = context.state.only !== undefined;
  if (!isRetry) context.out.expect(task.path, reader.expected ?? read);
  const failure = reader.failure();
  if (failure !== null) context.out.failure(task.path, statusAt(read), failure);
  else if (isRetry) context.out.failure(task.path, 'ok', null);
}

function statusAt(entriesRead: number): ItemStatus {
  return entriesRead > 0 ? 'partial' : 'failed';
}

async function openReader(
  context: WorkContext,
  task: ContainerTask,
  source: ByteSource,
): Promise<ContainerReader> {
  const { format } = task;
  if (format === 'pst') return openPst(source, context.container);
  if (format === 'tnef') return openTnef(source, context.container);
  if (format === 'olm') return openOlm(source, context.container);
  const archive = format.slice('archive:'.length) as Parameters<typeof openArchive>[0];
  const volumes = siblingVolumes(task.source);
  return openArchive(archive, source, { ...context.container, ...(volumes && { volumes }) });
}

async function readEntries(
  context: WorkContext,
  task: ContainerTask,
  reader: ContainerReader,
  position: { next: number },
): Promise<void> {
  const names = new SiblingNames();
  // After an interruption the entries are listed from the first again, because the names already given decide
  // the names still to give; what was committed is passed over.
  for (let from = 0; ; ) {
    const lethal = nextLethal(context, from);
    for await (const entry of reader.entries(from)) {
      if (entry.index === lethal) break;
      if (!(await emitNext(context, task, entry, names, position))) return;
      // From here on it is the reader that works on the next entry, and may hang in it.
      context.pulse.beginItem(entry.index + 1);
      if (entry.index + 1 === lethal) break;
    }
    if (lethal === Number.POSITIVE_INFINITY || position.next < lethal) return;
    emitLethal(context, task, lethal);
    position.next = lethal + 1;
    from = lethal + 1;
  }
}

/** The next entry at which a worker died twice: it is not even asked for again. */
function nextLethal(context: WorkContext, from: number): number {
  const places = context.state.poison
    .filter((each) => each.level >= 2 && each.at >= from)
    .map((each) => each.at);
  return Math.min(Number.POSITIVE_INFINITY, ...places);
}

function emitLethal(context: WorkContext, task: ContainerTask, index: number): void {
  const code = context.state.poison.find((each) => each.at === index)?.code ?? 'crashed';
  const name = `#${index + 1}`;
  const item = { path: `${task.path}/${name}`, parent: task.path, name, defects: [], facts: {} };
  emitMissing(context, item, { code, detail: 'Reading this entry twice ended its worker.' });
  context.out.count(task.path, 'failed');
}

/** Returns false when the container has more children than the limit and reading it ends. */
async function emitNext(
  context: WorkContext,
  task: ContainerTask,
  entry: ContainerEntry,
  names: SiblingNames,
  position: { next: number },
): Promise<boolean> {
  const place = placeOf(task, entry, names);
  if (entry.index < context.state.next) return true;
  if (context.state.only?.includes(place.path) === false) return true;
  position.next = entry.index + 1;
  if (entry.index >= context.limits.children) {
    const detail = `More than ${context.limits.children} children.`;
    context.out.failure(task.path, 'partial', { code: 'too-many', detail });
    return false;
  }
  beginItem(context, entry.index);
  const outcome = await emitEntry(context, entry, place);
  if (context.state.only !== undefined) context.out.retry(task.path);
  // The tar inside a tar.gz announces the children; the gz announced one that is none.
  if (outcome === 'unwrapped') context.out.expect(task.path, -1);
  else context.out.count(task.path, outcome);
  await context.out.settle(entry.index + 1);
  return true;
}

function placeOf(task: ContainerTask, entry: ContainerEntry, names: SiblingNames): ChildPlace {
  const components = entry.name
    .split('/')
    .map(componentOf)
    .filter((each) => each !== '');
  const name = components.at(-1) ?? '';
  const inside = names.uniquePath(components.join('/'), `#${entry.index + 1}`);
  return {
    container: task.path,
    format: task.format,
    path: `${task.path}/${inside}`,
    name,
    depth: task.depth + 1,
  };
}
