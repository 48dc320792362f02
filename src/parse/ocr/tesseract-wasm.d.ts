/** What Tamis calls of tesseract-wasm; the package's own types are not among its exports. */
declare module 'tesseract-wasm' {
  export interface TextItem {
    readonly rect: {
      readonly left: number;
      readonly top: number;
      readonly right: number;
      readonly bottom: number;
    };
    /** Of `layoutFlags`. */
    readonly flags: number;
    /** 0 to 1. */
    readonly confidence: number;
    readonly text: string;
  }
  export const layoutFlags: { readonly StartOfLine: number; readonly EndOfLine: number };
  export interface OCREngine {
    setVariable(name: string, value: string): void;
    loadModel(model: Uint8Array): void;
    loadImage(image: {
      readonly data: Uint8ClampedArray<ArrayBuffer>;
      readonly width: number;
      readonly height: number;
    }): void;
    clearImage(): void;
    getOrientation(): { readonly rotation: number; readonly confidence: number };
    getTextBoxes(unit: 'word' | 'line', onProgress: (percent: number) => void): readonly TextItem[];
  }
  export function createOCREngine(options: { readonly wasmBinary: Uint8Array }): Promise<OCREngine>;
  export function supportsFastBuild(): boolean;
}
