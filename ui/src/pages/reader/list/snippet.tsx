/** Words around a hit; \u0002 and \u0003 stand around each match. */
export function Snippet({ text }: { readonly text: string }) {
  const [before = '', ...rest] = text.split('\u0002');
  return (
    <span class="snippet soft">
      {' — '}
      {before}
      {rest.map((piece, index) => {
        const [hit = '', after = ''] = piece.split('\u0003');
        return (
          <span key={index}>
            <mark>{hit}</mark>
            {after}
          </span>
        );
      })}
    </span>
  );
}
