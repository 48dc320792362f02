/** Imported before all else: the parsers of mail use the global Buffer while they are loaded. */
import { Buffer } from './node/buffer.ts';

Object.assign(globalThis, { Buffer });
