import {
  attributesOf,
  createNode,
  DIRECTORY,
  type EmscriptenFs,
  type EmscriptenNode,
  ENOENT,
  FILE,
  type NodeOperations,
  type StreamOperations,
  seekIn,
} from './emscripten.ts';

/** A folder with one read-only file `a`, whose bytes `read` fetches. */
export function inputFs(
  fs: EmscriptenFs,
  size: number,
  read: (offset: number, length: number) => Uint8Array,
): { mount(): EmscriptenNode } {
  const streams: StreamOperations = {
    llseek: seekIn,
    read(_stream, heap, at, length, position) {
      let done = 0;
      while (done < length && position + done < size) {
        const bytes = read(position + done, Math.min(length, size - position) - done);
        if (bytes.length === 0) break;
        heap.set(bytes, at + done);
        done += bytes.length;
      }
      return done;
    },
  };
  const nodes: NodeOperations = {
    getattr: attributesOf,
    setattr: () => undefined,
    readdir: () => ['.', '..', 'a'],
    lookup(parent, name) {
      if (name !== 'a') throw new fs.ErrnoError(ENOENT);
      const node = createNode(fs, parent, name, FILE, [nodes, streams]);
      node.size = size;
      return node;
    },
  };
  return { mount: () => createNode(fs, null, '/', DIRECTORY, [nodes, streams]) };
}
