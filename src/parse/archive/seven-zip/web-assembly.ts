/** The parts of WebAssembly used here: its types come only with those of a browser's page. */
export type WasmModule = { readonly wasmModule: unique symbol };

/** A module that runs. */
export interface WasmInstance {
  readonly exports: Readonly<Record<string, unknown>>;
}

/** Its memory, which grows by pages of 64 KiB. */
interface WasmMemory {
  readonly buffer: { readonly byteLength: number };
  grow(pages: number): number;
}

interface WasmApi {
  compile(bytes: Uint8Array): Promise<WasmModule>;
  instantiate(module: WasmModule, imports: object): Promise<WasmInstance>;
  readonly Memory: new () => WasmMemory;
}

export const { WebAssembly: wasm } = globalThis as unknown as { readonly WebAssembly: WasmApi };
