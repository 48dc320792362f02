/** The pieces of a snippet: between \u0002 and \u0003 stands what matched. */
export function snippetPieces(snippet: string): { readonly text: string; readonly match: boolean }[] {
  return snippet.split('\u0002').flatMap((piece, index) => {
    if (index === 0) return [{ text: piece, match: false }];
    const [matched = '', ...rest] = piece.split('\u0003');
    return [
      { text: matched, match: true },
      { text: rest.join(''), match: false },
    ];
  });
}
