import {
  attributesOf,
  createNode,
  DIRECTORY,
  type EmscriptenFs,
  type EmscriptenNode,
  ENOENT,
  type NodeOperations,
  type StreamOperations,
  seekIn,
} from './emscripten.ts';

/** Where the files go that 7-Zip believes to write. */
export interface OutputSink {
  open(path: string): void;
  data(bytes: Uint8Array): void;
  close(): void;
  symlink(path: string, target: string): void;
}

const LINK = 0o120777;

/**
 * A folder that keeps nothing: what is written is passed on at once, and no file ever exists, so that
 * equal names do not collide and nothing an archive says touches a disk.
 */
export function outputFs(fs: EmscriptenFs, sink: OutputSink): { mount(): EmscriptenNode } {
  const streams: StreamOperations = {
    llseek: seekIn,
    open: ({ node }) => sink.open(pathOf(node)),
    close: () => sink.close(),
    write(stream, heap, at, length, position) {
      // 7-Zip writes files from start to end; a gap would be a sparse file's hole.
      if (position > stream.node.size) sink.data(new Uint8Array(position - stream.node.size));
      // The heap is a view of signed bytes.
      sink.data(new Uint8Array(heap.slice(at, at + length).buffer));
      stream.node.size = Math.max(stream.node.size, position + length);
      return length;
    },
    read: () => 0,
  };
  const nodes: NodeOperations = {
    getattr: attributesOf,
    setattr: (node, { mode }) => {
      if (mode !== undefined) node.mode = mode;
    },
    readdir: () => ['.', '..'],
    lookup: () => {
      throw new fs.ErrnoError(ENOENT);
    },
    mknod: (parent, name, mode) => createNode(fs, parent, name, mode, [nodes, streams]),
    symlink: (parent, name, target) => {
      const node = createNode(fs, parent, name, LINK, [nodes, streams]);
      sink.symlink(pathOf(node), target);
      return node;
    },
    unlink: () => undefined,
    rmdir: () => undefined,
  };
  return { mount: () => createNode(fs, null, '/', DIRECTORY, [nodes, streams]) };
}

function pathOf(node: EmscriptenNode): string {
  const parts: string[] = [];
  for (let at = node; at.parent !== at && parts.length < 1000; at = at.parent) parts.unshift(at.name);
  return parts.join('/');
}
