/** After sysexits.h (EX_SOFTWARE) and the custom of shells (128 + signal number). */
export const EXIT = { ok: 0, failed: 1, usage: 2, crash: 70, interrupted: 130, terminated: 143 } as const;
