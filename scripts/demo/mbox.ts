/** An mbox in the mboxrd form (RFC 4155, with ">From " quoting that can be undone), LF line ends. */
export interface MboxEntry {
  readonly sender: string;
  /** ISO 8601. */
  readonly date: string;
  /** The whole message with CRLF, one character a byte. */
  readonly message: string;
}

/** A mailbox in mboxrd. */
export function mbox(entries: readonly MboxEntry[]): string {
  return entries
    .map(({ sender, date, message }) => {
      const lines = message.replaceAll('\r\n', '\n').replace(/^>*From /gmu, '>$&');
      return `From ${sender} ${asctime(date)}\n${lines}${lines.endsWith('\n') ? '' : '\n'}\n`;
    })
    .join('');
}

function asctime(iso: string): string {
  const [day = '', date = '', month = '', year = '', time = ''] = new Date(iso)
    .toUTCString()
    .replace(',', '')
    .split(' ');
  return `${day} ${month} ${date.replace(/^0/u, ' ')} ${time} ${year}`;
}
