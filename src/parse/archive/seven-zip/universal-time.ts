/**
 * 7-Zip prints times in the local zone, which it learns from Date. In its thread Date is made to live in
 * UTC, so that a case does not depend on where it was made. Only for a thread of one's own.
 */
export function useUniversalTime(): void {
  const date = Date.prototype;
  date.getTimezoneOffset = () => 0;
  date.getFullYear = date.getUTCFullYear;
  date.getMonth = date.getUTCMonth;
  date.getDate = date.getUTCDate;
  date.getDay = date.getUTCDay;
  date.getHours = date.getUTCHours;
  date.getMinutes = date.getUTCMinutes;
  date.getSeconds = date.getUTCSeconds;
  globalThis.Date = new Proxy(Date, {
    construct(target, [first, ...rest]: [number | undefined, ...number[]], created) {
      if (first === undefined) return Reflect.construct(target, [], created);
      const fields = rest.length > 0 ? [Date.UTC(first, ...rest)] : [first];
      return Reflect.construct(target, fields, created);
    },
  });
}
