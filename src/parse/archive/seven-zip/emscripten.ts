/** The parts of Emscripten's file system interface that 7z-wasm exposes and its typings leave out. */
export interface EmscriptenNode {
  readonly id: number;
  readonly name: string;
  readonly parent: EmscriptenNode;
  mode: number;
  size: number;
  node_ops: NodeOperations;
  stream_ops: StreamOperations;
}

/** An open file and where reading goes on. */
export interface EmscriptenStream {
  readonly node: EmscriptenNode;
  readonly position: number;
}

/** What a file system answers about names and attributes. */
export interface NodeOperations {
  getattr(node: EmscriptenNode): object;
  setattr(node: EmscriptenNode, attributes: { readonly mode?: number; readonly size?: number }): void;
  lookup(parent: EmscriptenNode, name: string): EmscriptenNode;
  readdir(node: EmscriptenNode): string[];
  mknod?(parent: EmscriptenNode, name: string, mode: number): EmscriptenNode;
  symlink?(parent: EmscriptenNode, name: string, target: string): EmscriptenNode;
  unlink?(parent: EmscriptenNode, name: string): void;
  rmdir?(parent: EmscriptenNode, name: string): void;
}

/** What it answers about open files; `heap` is the memory of the module, `at` an offset in it. */
export interface StreamOperations {
  open?(stream: EmscriptenStream): void;
  close?(stream: EmscriptenStream): void;
  read?(stream: EmscriptenStream, heap: Int8Array, at: number, length: number, position: number): number;
  write?(stream: EmscriptenStream, heap: Int8Array, at: number, length: number, position: number): number;
  llseek(stream: EmscriptenStream, offset: number, whence: number): number;
}

/** The file system of a module, into which others are mounted. */
export interface EmscriptenFs {
  readonly ErrnoError: new (errno: number) => Error;
  createNode(parent: EmscriptenNode | null, name: string, mode: number, device: number): EmscriptenNode;
  mkdir(path: string): void;
  mount(type: { mount(): EmscriptenNode }, options: object, at: string): void;
  writeFile(path: string, content: string): void;
}

/** Errno values of the WASI-like numbering Emscripten uses. */
export const ENOENT = 44;

/** Emscripten's number of the error that stands for "this cannot be read". */
export const EIO = 29;

/** Type and mode of a folder, as in POSIX stat.h. */
export const DIRECTORY = 0o40777;

/** Those of a file. */
export const FILE = 0o100666;

/** A node of a file system of our own. */
export function createNode(
  fs: EmscriptenFs,
  parent: EmscriptenNode | null,
  name: string,
  mode: number,
  operations: readonly [NodeOperations, StreamOperations],
): EmscriptenNode {
  const node = fs.createNode(parent, name, mode, 0);
  node.node_ops = operations[0];
  node.stream_ops = operations[1];
  node.size = 0;
  return node;
}

/** What Emscripten's `getattr` has to answer, its times at 1970: nobody asks for them. */
export function attributesOf(node: EmscriptenNode): object {
  const never = new Date(0);
  return {
    dev: 1,
    ino: node.id,
    mode: node.mode,
    nlink: 1,
    uid: 0,
    gid: 0,
    rdev: 0,
    size: node.size,
    atime: never,
    mtime: never,
    ctime: never,
    blksize: 4096,
    blocks: 0,
  };
}

/** The offset that a seek of `lseek` leads to; `whence` 0 counts from the start, 1 from here, 2 from the end. */
export function seekIn(stream: EmscriptenStream, offset: number, whence: number): number {
  if (whence === 1) return stream.position + offset;
  return whence === 2 ? stream.node.size + offset : offset;
}
