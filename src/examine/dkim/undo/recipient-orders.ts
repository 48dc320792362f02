/** 6! = 720 orders; Mailman 2.1 shuffles Cc (AvoidDuplicates.py), and longer lists are beyond reach. */
const MAX_RECIPIENTS = 6;

/** The other orders a short address list may have had. */
export function recipientOrders(value: string): string[] {
  const addresses = value
    .replace(/\r?\n[ \t]*/g, ' ')
    .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((address) => address.trim());
  if (addresses.length < 2 || addresses.length > MAX_RECIPIENTS) return [];
  return permutations(addresses)

    .slice(1)
    .map((order) => order.join(', '));
}

/** Depth is bounded by MAX_RECIPIENTS. */
function permutations(items: readonly string[]): string[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, i) =>
    permutations([...items.slice(0, i), ...items.slice(i + 1)]).map((rest) => [item, ...rest]),
  );
}
