/** What `node:util` gives, for a browser. */
const decoder = globalThis.TextDecoder;

export { decoder as TextDecoder };
