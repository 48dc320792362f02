/** The languages Tamis speaks; every text a person reads exists in each. */
export const LANGUAGES = ['en', 'fr'] as const;

/** One of them, as a BCP 47 tag. */
export type Language = (typeof LANGUAGES)[number];

/** One text in every language. */
export type Text = Readonly<Record<Language, string>>;
