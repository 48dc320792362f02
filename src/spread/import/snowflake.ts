/** First id made by the scheme, November 2010: smaller ones hold no time. */
const FIRST_SNOWFLAKE = 29_700_859_247n;
const EPOCH_MS = 1_288_834_974_657n;

/** Milliseconds since 1970 that an id of X holds, null for ids that hold none. */
export function snowflakeTime(id: string): number | null {
  if (!/^\d{11,20}$/.test(id)) return null;
  const value = BigInt(id);
  return value < FIRST_SNOWFLAKE ? null : Number((value >> 22n) + EPOCH_MS);
}
