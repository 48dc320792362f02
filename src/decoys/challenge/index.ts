/** Cut and choose: whether a ledger holds what a program made, and not real mail to hedge with. */
export * from './challenge.ts';
export * from './check-answer.ts';
export * from './pick.ts';
