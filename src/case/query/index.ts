/** The query language of `search`: docs/query.md. */
export type { FactNode, QueryNode, WordsNode } from './ast.ts';
export { BadQuery } from './bad-query.ts';
export { type CompiledQuery, compileQuery } from './compile.ts';
export { type Highlighter, highlighter, MATCH_END, MATCH_START } from './highlight.ts';
export { namesRole } from './names-role.ts';
export { parseQuery } from './parser.ts';
