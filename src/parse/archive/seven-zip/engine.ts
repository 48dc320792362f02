import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import factory from '7z-wasm';
import type { EmscriptenFs } from './emscripten.ts';
import { type InputFile, inputFs } from './input-fs.ts';
import { outputFs } from './output-fs.ts';
import {
  type EngineEvent,
  type EngineLine,
  HELD_BYTES,
  HELD_CELL,
  READ_CELL,
  READ_WAITING,
  type RunRequest,
} from './protocol.ts';
import { type WasmInstance, type WasmModule, wasm } from './web-assembly.ts';

type Post = (event: EngineEvent, transfer?: ArrayBuffer[]) => void;

let compiled: Promise<WasmModule> | null = null;

/**
 * Runs 7-Zip once, in a fresh instance: what one archive did to its memory cannot reach the next. To be
 * called in a thread of its own only; it blocks.
 */
export async function runSevenZip(request: RunRequest, post: Post): Promise<void> {
  const channel = new Channel(request, post);
  let detail = '';
  let code: number | null = null;
  try {
    const module = await instantiate(request, channel);
    const fs = module.FS as unknown as EmscriptenFs;
    fs.mkdir('/in');
    fs.mkdir('/out');
    fs.mount(
      inputFs(
        fs,
        (name) => channel.lookup(name),
        (file, offset, length) => channel.read(file, offset, length),
      ),
      {},
      '/in',
    );
    fs.mount(outputFs(fs, channel), {}, '/out');
    for (const [path, content] of Object.entries(request.files)) fs.writeFile(path, content);
    const result: unknown = module.callMain([...request.arguments]);
    code = typeof result === 'number' ? result : 0;
  } catch (error) {
    // C++ exceptions leave this build of 7-Zip uncaught, as a bare pointer.
    if (isExit(error)) code = error.status;
    else detail = error instanceof Error ? error.message : 'C++ exception';
  }
  channel.flush();
  post({ type: 'done', code, detail });
}

async function instantiate(request: RunRequest, channel: Channel): ReturnType<typeof factory.default> {
  compiled ??= readFile(createRequire(import.meta.url).resolve('7z-wasm/7zz.wasm')).then((bytes) =>
    wasm.compile(bytes),
  );
  const program = await compiled;
  const options = {
    print: (text: string) => channel.line(false, text),
    printErr: (text: string) => channel.line(true, text),
    stdin: () => null as unknown as number,
    quit: (_code: number, status: { status: number }) => {
      throw status;
    },
    instantiateWasm: (imports: object, receive: (instance: WasmInstance) => void) => {
      wasm.instantiate(program, imports).then((instance) => {
        boundMemory(instance, request.memoryBytes);
        receive(instance);
      });
      return {};
    },
  };
  return factory.default(options as Parameters<typeof factory.default>[0]);
}

/**
 * The module declares up to 2 GB for itself. Attack: a dictionary size of 1.5 GB in a header of 20 bytes.
 */
function boundMemory(instance: WasmInstance, most: number): void {
  for (const value of Object.values(instance.exports)) {
    if (!(value instanceof wasm.Memory)) continue;
    const grow = value.grow.bind(value);
    value.grow = (pages) => {
      if (value.buffer.byteLength + pages * 65536 > most) throw new RangeError('memory limit');
      return grow(pages);
    };
  }
}

function isExit(error: unknown): error is { status: number } {
  return (
    typeof error === 'object' && error !== null && typeof (error as { status?: unknown }).status === 'number'
  );
}

/** The blocking ends of the protocol. */
class Channel {
  readonly #post: Post;
  readonly #control: Int32Array;
  readonly #input: Uint8Array;
  #lines: EngineLine[] = [];
  readonly #archive: RunRequest;
  #windowFile = 0;
  #windowAt = 0;
  #windowLength = 0;

  constructor(request: RunRequest, post: Post) {
    this.#post = post;
    this.#archive = request;
    this.#control = new Int32Array(request.control);
    this.#input = new Uint8Array(request.input);
  }

  lookup(name: string): InputFile | null {
    if (name === this.#archive.inputName) return { file: 0, size: this.#archive.inputSize };
    this.#windowLength = 0;
    const file = this.#ask({ type: 'lookup', name });
    return file < 0 ? null : { file, size: new DataView(this.#input.buffer).getFloat64(0) };
  }

  /** Some bytes from `offset` on, at least one unless the file ends; valid until the next call. */
  read(file: number, offset: number, length: number): Uint8Array {
    const inWindow =
      file === this.#windowFile && offset >= this.#windowAt && offset < this.#windowAt + this.#windowLength;
    if (!inWindow) this.#fetch(file, offset);
    const at = offset - this.#windowAt;
    return this.#input.subarray(at, Math.min(this.#windowLength, at + length));
  }

  #fetch(file: number, offset: number): void {
    this.#windowLength = 0;
    const length = this.#ask({ type: 'read', file, offset, length: this.#input.length });
    if (length < 0) throw new Error('the input cannot be read');
    this.#windowFile = file;
    this.#windowAt = offset;
    this.#windowLength = length;
  }

  /** Posts a question and blocks until the other thread has put the answer into the cell. */
  #ask(question: EngineEvent): number {
    Atomics.store(this.#control, READ_CELL, READ_WAITING);
    this.#post(question);
    // The notification of the answer before may come late and wake this one: only the cell says that there is an answer.
    while (Atomics.load(this.#control, READ_CELL) === READ_WAITING)
      Atomics.wait(this.#control, READ_CELL, READ_WAITING);
    return Atomics.load(this.#control, READ_CELL);
  }

  line(error: boolean, text: string): void {
    this.#lines.push({ error, text });
    if (this.#lines.length >= 1000) this.flush();
  }

  flush(): void {
    if (this.#lines.length === 0) return;
    this.#post({ type: 'lines', lines: this.#lines });
    this.#lines = [];
  }

  open(path: string): void {
    this.flush();
    this.#post({ type: 'open', path });
  }

  data(bytes: Uint8Array): void {
    for (;;) {
      const held = Atomics.load(this.#control, HELD_CELL);
      if (held < HELD_BYTES) break;
      Atomics.wait(this.#control, HELD_CELL, held);
    }
    Atomics.add(this.#control, HELD_CELL, bytes.length);
    this.#post({ type: 'data', bytes }, [bytes.buffer as ArrayBuffer]);
  }

  close(): void {
    this.flush();
    this.#post({ type: 'close' });
  }

  symlink(path: string, target: string): void {
    this.flush();
    this.#post({ type: 'symlink', path, target });
  }
}
