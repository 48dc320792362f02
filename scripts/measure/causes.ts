/** What a thread of Node was at, by the stack of a sample of Linux's perf. */

export interface Frame {
  readonly symbol: string;
  /** The program or library the symbol is of. */
  readonly object: string;
}

export interface Sample {
  /** Name of the thread: `MainThread`, `WorkerThread`, `V8Worker`. */
  readonly thread: string;
  readonly pid: number;
  /** The innermost first. */
  readonly frames: readonly Frame[];
}

/** By the native frames within the first of JavaScript; the first that fits. */
const NATIVE: readonly (readonly [cause: string, pattern: RegExp])[] = [
  ['SQLite', /sqlite3|fts5/],
  [
    'collecting garbage',
    /Scaveng|MarkCompact|ConcurrentMarking|Sweeper|Heap::CollectGarbage|MarkingVisitor|YoungGeneration|Evacuat|PointersUpdat|IncrementalMarking/,
  ],
  ['Maglev compiling', /maglev/i],
  ['Turbofan compiling', /compiler::|turboshaft|OptimizingCompile|TurbofanCompilationJob/i],
  ['Sparkplug compiling', /baseline::|BaselineBatch|BaselineCompiler/],
  [
    'parsing and byte code',
    /internal::Compiler::Compile|CompileLazy|parsing::|interpreter::Bytecode|Preparser/,
  ],
  ['deoptimising', /Deoptimiz|NotifyDeopt/],
  ['messages between threads', /ValueSerializer|ValueDeserializer|node::worker::Message/],
  ['compiling patterns', /RegExpCompiler|RegExpParser|RegExp.*Compile|IrregexpPrepare/],
  ['misses of inline caches', /IC::|_Miss|Runtime_.*IC/],
  ['cryptography', /sha256|sha1_block|SHA256|md5_block|EVP_|ossl_|crypto::|\bbn_|BN_|RSA/],
  ['starting and loading modules', /Snapshot|Deserializer<|ModuleLoader|ModuleWrap|contextify/],
];

/** Where nothing of these is, by the innermost frame. */
const INNERMOST: readonly (readonly [cause: string, fits: (frame: Frame) => boolean])[] = [
  ['kernel', ({ object }) => object.includes('kernel')],
  ['patterns running', ({ symbol }) => symbol.startsWith('RegExp')],
  ['JavaScript, Turbofan', ({ symbol }) => symbol.startsWith('JS:*')],
  ['JavaScript, Maglev', ({ symbol }) => symbol.startsWith('JS:+')],
  ['JavaScript, Sparkplug and interpreter', (frame) => isCompiled(frame) || isByteCode(frame)],
  ['built-ins of V8', ({ symbol }) => symbol.startsWith('Builtins_')],
];

/** What a sample of the profiler was spent on: by native frames that name a cause, else by the innermost one. */
export function causeOf({ frames }: Sample): string {
  const first = frames.findIndex((frame) => isCompiled(frame) || frame.symbol.startsWith('Builtins_'));
  const native = (first < 0 ? frames : frames.slice(0, Math.max(1, first)))
    .map(({ symbol }) => symbol)
    .join(' ');
  const cause = NATIVE.find(([, pattern]) => pattern.test(native))?.[0];
  const [innermost] = frames;
  if (cause !== undefined || innermost === undefined) return cause ?? REST;
  return INNERMOST.find(([, fits]) => fits(innermost))?.[0] ?? REST;
}

const REST = 'native code that JavaScript calls';

function isCompiled({ symbol, object }: Frame): boolean {
  return /^(?:JS:|RegExp)/.test(symbol) || /JIT|perf-\d/.test(object);
}

function isByteCode({ symbol }: Frame): boolean {
  return /^Builtins_.*Handler$|InterpreterEntry/.test(symbol);
}

/** The samples of what `perf script -F comm,pid,tid,ip,sym,dso` writes, line by line. */
export async function* samplesOf(lines: AsyncIterable<string>): AsyncGenerator<Sample> {
  let [thread, pid] = ['', 0];
  let frames: Frame[] = [];
  for await (const line of lines) {
    if (line === '') {
      if (frames.length > 0) yield { thread, pid, frames };
      frames = [];
    } else if (!/^\s/.test(line)) {
      const found = /^(\S+)\s+(\d+)\/\d+/.exec(line);
      [thread, pid] = [found?.[1] ?? '', Number(found?.[2] ?? 0)];
    } else {
      const found = /^\s*[0-9a-f]+ (.*) \(([^()]*)\)$/.exec(line);
      frames.push({ symbol: found?.[1] ?? line.trim(), object: found?.[2] ?? '' });
    }
  }
  if (frames.length > 0) yield { thread, pid, frames };
}
