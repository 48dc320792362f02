/** Letters of a name that help to recognise a file; the rest stands in the case manifest. */
const NAME_CHARS = 60;
const EXTENSION = /^[a-z0-9]{1,8}$/;

/**
 * A name a package can hold anywhere: ASCII letters, digits, dot, hyphen. Attack: names of a leak with line ends
 * (a line more in the manifest), `..`, device names, or signs an encoding changes.
 */
export function safeName(name: string): string {
  const words =
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/[A-Za-z0-9]+/g) ?? [];
  const extension = extensionOf(name);
  const kept = extension === '' ? words : words.slice(0, -1);
  const stem = kept.join('-').slice(0, NAME_CHARS);
  return [stem, extension].filter((part) => part !== '').join('.');
}

/** The ending of a name, in lower case and without the dot; empty where it is not plain. */
export function extensionOf(name: string): string {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return name.includes('.') && EXTENSION.test(ending) ? ending : '';
}
