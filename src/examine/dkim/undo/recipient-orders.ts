/** 6! = 720 orders; Mailman 2.1 shuffles Cc (AvoidDuplicates.py), and longer lists are beyond reach. */
const MAX_RECIPIENTS = 6;

/** The other orders a short address list may have had. */
export function recipientOrders(value: string): string[] {
  const addresses = splitAddresses(value.replace(/\r?\n[ \t]*/g, ' '));
  if (addresses.length < 2 || addresses.length > MAX_RECIPIENTS) return [];
  const orders = permutations(addresses).slice(1);
  return orders.map((order) => order.join(', '));
}

/** Cuts an address list at the commas outside quotes; the pieces as written, without white space around. */
export function splitAddresses(value: string): string[] {
  const addresses: string[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i <= value.length; i++) {
    const char = value.charAt(i);
    if (char === '"') quoted = !quoted;
    else if (char === '' || (char === ',' && !quoted)) {
      addresses.push(value.slice(start, i).trim());
      start = i + 1;
    }
  }
  return addresses;
}

/** Depth is bounded by MAX_RECIPIENTS. */
function permutations(items: readonly string[]): string[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, i) =>
    permutations([...items.slice(0, i), ...items.slice(i + 1)]).map((rest) => [item, ...rest]),
  );
}
