/** What a case is given besides the dump. */
export interface Setting {
  /**
   * A key file of the exercise; `computed`: no key file, and of the RSA keys behind three intact messages and more
   * those that `keys recover` finds, given as recovered: computing them takes half an hour for each exercise.
   */
  readonly keys: 'all' | 'half' | 'none' | 'computed';
  readonly reference: boolean;
}

/** Those that matter most first, for a run that is broken off. */
export const SETTINGS: readonly Setting[] = [
  { keys: 'all', reference: true },
  { keys: 'none', reference: false },
  { keys: 'all', reference: false },
  { keys: 'half', reference: true },
  { keys: 'half', reference: false },
  { keys: 'none', reference: true },
  { keys: 'computed', reference: false },
];

/** `all+reference`, `none`. */
export function nameOf({ keys, reference }: Setting): string {
  return reference ? `${keys}+reference` : keys;
}

/** A setting by its name. Throws where there is none. */
export function settingNamed(name: string): Setting {
  const found = SETTINGS.find((setting) => nameOf(setting) === name);
  if (found === undefined) throw new Error(`no setting ${name}: ${SETTINGS.map(nameOf).join(', ')}`);
  return found;
}
