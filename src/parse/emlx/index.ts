/** Apple Mail's message files. */
export { type Emlx, openEmlx } from './emlx.ts';
