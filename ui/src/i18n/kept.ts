/**
 * A formatter for each set of options it was asked for, made once: to make one of `Intl` takes some 30 microseconds and
 * to use it one, and a list draws hundreds of numbers and dates.
 */
export function kept<Options extends object, Formatter>(
  make: (locale: string, options: Options) => Formatter,
): (locale: string, options: Options) => Formatter {
  const known = new Map<string, Formatter>();
  return (locale, options) => {
    const key = `${locale} ${JSON.stringify(options)}`;
    let formatter = known.get(key);
    if (formatter === undefined) {
      formatter = make(locale, options);
      known.set(key, formatter);
    }
    return formatter;
  };
}
