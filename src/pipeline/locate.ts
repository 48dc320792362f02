import { bytesOf } from '../case/bytes.ts';
import type { ObjectStore } from '../case/store.ts';
import type { ByteSource, Limits, Locator } from '../model/index.ts';
import { TamisError } from '../model/index.ts';
import { memorySource, openFile, sliceSource } from '../source/index.ts';

/** Opens what a locator names for random access: files and objects in place, anything else in memory. */
export function openLocator(locator: Locator, objects: ObjectStore, limits: Limits): ByteSource {
  if (locator.type === 'object') return openFile(objects.pathOf(locator.sha256));
  if (locator.type === 'file') {
    const file = openFile(locator.path);
    const whole = locator.start === 0 && locator.end === file.size;
    return whole ? file : closing(sliceSource(file, locator.start, locator.end), file);
  }
  const bytes = bytesOf(locator, objects, limits);
  if (bytes === null) throw new TamisError('unreadable', 'the bytes of a nested item are gone');
  return memorySource(bytes);
}

function closing(slice: ByteSource, file: ByteSource): ByteSource {
  return {
    size: slice.size,
    read: (offset, length) => slice.read(offset, length),
    close: () => file.close(),
  };
}
