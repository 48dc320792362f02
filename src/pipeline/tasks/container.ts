import type { ByteSource, ContainerEntry, ContainerReader, Failure, ItemStatus } from '../../model/index.ts';
import type { ArchiveFormat } from '../../parse/archive/archive.ts';
import type { WorkContext } from '../context.ts';
import { beginItem } from '../each.ts';
import { expansionShare, type Growth } from '../growth.ts';
import type { ChildPlace } from '../items/child-place.ts';
import { crashed } from '../items/crash.ts';
import { emitEntry } from '../items/entry.ts';
import { emitMissing } from '../items/failed.ts';
import { componentOf, SiblingNames } from '../items/names.ts';
import { openLocator } from '../locate.ts';
import { siblingVolumes } from '../sibling-volumes.ts';
import type { Task } from '../task.ts';

// Attack: a directory of a million damaged members, each with a defect.
const MOST_DEFECTS = 1000;

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
    const share = expansionShare(source.size, task.growth, context.limits);
    if (task.growth > 1 && share < source.size) {
      context.out.failure(task.path, 'failed', bombOfLevels(task.growth));
    } else {
      reader = await openReader(context, task, source, share);
      await readEntries(context, task, reader, position, source.size);
      reportEnd(context, task, reader, position.next);
    }
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
  // Now and not before: readers learn of trailing bytes and of a missing end mark when they get there.
  context.out.remarks(task.path, { defects: reader.defects.slice(0, MOST_DEFECTS), facts: reader.facts });
  if (!isRetry) context.out.expect(task.path, reader.expected ?? read);
  const failure = reader.failure();
  if (failure !== null) context.out.failure(task.path, statusAt(read), failure);
  else if (isRetry) context.out.failure(task.path, 'ok', null);
}

function statusAt(entriesRead: number): ItemStatus {
  return entriesRead > 0 ? 'partial' : 'failed';
}

function bombOfLevels(growth: Growth): Failure {
  const times = Math.round(growth).toLocaleString('en');
  return { code: 'bomb', detail: `The containers around it expanded ${times} times already; not opened.` };
}

/** Loads the reader of the format only now: a leak of plain mail needs none, and starts sooner without. */
async function openReader(
  context: WorkContext,
  task: ContainerTask,
  source: ByteSource,
  share: number,
): Promise<ContainerReader> {
  const { format } = task;
  const containerBytes = Math.min(context.limits.containerBytes, share);
  const options = { ...context.container, limits: { ...context.limits, containerBytes } };
  if (format === 'pst') return (await import('../../parse/pst/pst.ts')).openPst(source, options);
  if (format === 'tnef') return (await import('../../parse/tnef/tnef.ts')).openTnef(source, options);
  if (format === 'olm') return (await import('../../parse/olm/olm.ts')).openOlm(source, options);
  if (format === 'dbox') return (await import('../../parse/dbox/dbox.ts')).openDbox(source, options);
  if (format === 'dbx') return (await import('../../parse/old-mailboxes/dbx.ts')).openDbx(source, options);
  if (format === 'mbx') return (await import('../../parse/old-mailboxes/mbx.ts')).openMbx(source, options);
  if (format === 'babyl')
    return (await import('../../parse/old-mailboxes/babyl.ts')).openBabyl(source, options);
  const { openArchive } = await import('../../parse/archive/archive.ts');
  const archive = format.slice('archive:'.length) as ArchiveFormat;
  const volumes = siblingVolumes(task.source);
  return openArchive(archive, source, { ...options, ...(volumes && { volumes }) });
}

async function readEntries(
  context: WorkContext,
  task: ContainerTask,
  reader: ContainerReader,
  position: { next: number },
  size: number,
): Promise<void> {
  const names = new SiblingNames();
  // After an interruption the entries are listed from the first again, because the names already given decide
  // the names still to give; what was committed is passed over.
  for (let from = 0; ; ) {
    const lethal = nextLethal(context, from);
    for await (const entry of reader.entries(from)) {
      if (entry.index === lethal) break;
      if (!(await emitNext(context, task, entry, names, position, size))) return;
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
  containerSize: number,
): Promise<boolean> {
  const place = { ...placeOf(task, entry, names), containerSize, containerGrowth: task.growth };
  if (entry.index < context.state.next) return true;
  const { only } = context.state;
  const before = only?.[place.path];
  if (only !== undefined && before === undefined) return true;
  position.next = entry.index + 1;
  if (entry.index >= context.limits.children) {
    const detail = `More than ${context.limits.children} children.`;
    context.out.failure(task.path, 'partial', { code: 'too-many', detail });
    return false;
  }
  beginItem(context, entry.index);
  const outcome = await emitEntry(context, entry, place);
  if (before !== undefined) context.out.uncount(task.path, before);
  // The tar inside a tar.gz announces the children; the gz announced one that is none.
  if (outcome === 'unwrapped') context.out.expect(task.path, -1);
  else context.out.count(task.path, outcome);
  await context.out.settle(entry.index + 1);
  return true;
}

function placeOf(
  task: ContainerTask,
  entry: ContainerEntry,
  names: SiblingNames,
): Omit<ChildPlace, 'containerSize' | 'containerGrowth'> {
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
