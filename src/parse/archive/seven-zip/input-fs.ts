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

/** A file of the folder: its number for `read`, and its size. */
export interface InputFile {
  readonly file: number;
  readonly size: number;
}

/** A folder of read-only files, found by `lookup` and fetched by `read` piece by piece. */
export function inputFs(
  fs: EmscriptenFs,
  lookup: (name: string) => InputFile | null,
  read: (file: number, offset: number, length: number) => Uint8Array,
): { mount(): EmscriptenNode } {
  const folder: NodeOperations = {
    getattr: attributesOf,
    setattr: () => undefined,
    readdir: () => ['.', '..'],
    lookup(parent, name) {
      const found = lookup(name);
      if (found === null) throw new fs.ErrnoError(ENOENT);
      const node = createNode(fs, parent, name, FILE, [folder, fileStreams(found, read)]);
      node.size = found.size;
      return node;
    },
  };
  return { mount: () => createNode(fs, null, '/', DIRECTORY, [folder, { llseek: seekIn }]) };
}

function fileStreams(
  { file, size }: InputFile,
  read: (file: number, offset: number, length: number) => Uint8Array,
): StreamOperations {
  return {
    llseek: seekIn,
    read(_stream, heap, at, length, position) {
      let done = 0;
      while (done < length && position + done < size) {
        const bytes = read(file, position + done, Math.min(length, size - position) - done);
        if (bytes.length === 0) break;
        heap.set(bytes, at + done);
        done += bytes.length;
      }
      return done;
    },
  };
}
