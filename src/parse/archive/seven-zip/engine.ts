import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import factory from '7z-wasm';
import type { EmscriptenFs } from './emscripten.ts';
import { inputFs } from './input-fs.ts';
import { outputFs } from './output-fs.ts';
import {
  type EngineEvent,
  type EngineLine,
  HELD_BYTES,
  HELD_CELL,
  READ_CELL,
  READ_FAILED,
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
      inputFs(fs, request.inputSize, (offset, length) => channel.read(offset, length)),
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
  #windowAt = 0;
  #windowLength = 0;

  constructor(request: RunRequest, post: Post) {
    this.#post = post;
    this.#control = new Int32Array(request.control);
    this.#input = new Uint8Array(request.input);
  }

  /** Some bytes from `offset` on, at least one unless the file ends; valid until the next call. */
  read(offset: number, length: number): Uint8Array {
    const inWindow = offset >= this.#windowAt && offset < this.#windowAt + this.#windowLength;
    if (!inWindow) this.#fetch(offset);
    const at = offset - this.#windowAt;
    return this.#input.subarray(at, Math.min(this.#windowLength, at + length));
  }

  #fetch(offset: number): void {
    Atomics.store(this.#control, READ_CELL, READ_WAITING);
    this.#post({ type: 'read', offset, length: this.#input.length });
    Atomics.wait(this.#control, READ_CELL, READ_WAITING);
    const length = Atomics.load(this.#control, READ_CELL);
    if (length === READ_FAILED) throw new Error('the input cannot be read');
    this.#windowAt = offset;
    this.#windowLength = length;
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
