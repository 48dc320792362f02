/** A person's own choices (language, theme, zone, name), kept by the browser; nothing of the case. */
export function readSetting(name: string): string | null {
  try {
    return localStorage.getItem(`tamis.${name}`);
  } catch {
    return null; // a browser may forbid storage; the choice then lasts as long as the page
  }
}

/** Keeps a setting in the browser; without storage it lasts until the page is closed. */
export function writeSetting(name: string, value: string): void {
  try {
    localStorage.setItem(`tamis.${name}`, value);
  } catch {
    // as above
  }
}
