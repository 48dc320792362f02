/** People who do not exist. */
export * from './make-personas.ts';
export * from './persona.ts';
