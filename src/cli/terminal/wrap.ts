/** Breaks a paragraph at ordinary spaces into lines of at most `width` characters (longer words stand alone). */
export function wrap(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  // Only U+0020: a no-break space before a colon in French must not become a line end.
  for (const word of paragraph.split(/[ \n]+/u)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines;
}
