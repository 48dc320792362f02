import { type SignIn, shortened } from './sign-in.ts';

/** All but the time, which every format has in its own place (log-time.ts). */
export type Found = Omit<SignIn, 'at'>;

/** What a line tells; null where it names no account. */
export function found(
  service: string,
  user: string | undefined,
  outcome: SignIn['outcome'],
  address?: string,
  client?: string,
  act?: string,
): Found | null {
  if (user === undefined) return null;
  return {
    service,
    user: user.slice(0, 300),
    outcome,
    address: shortened(address),
    client: shortened(client),
    act: shortened(act),
  };
}
