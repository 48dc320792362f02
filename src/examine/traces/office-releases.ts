import type { MetadataField } from '../../model/index.ts';

/**
 * When the first test version of each Office was given to anybody outside: before that day nobody saved with it. AppVersion
 * begins with the number of the version, the same for Windows and Mac.
 */
const FIRST_TEST: Readonly<Record<string, string>> = {
  '12': '2005-11-16',
  '14': '2009-07-13',
  '15': '2012-01-30',
  '16': '2014-11-01',
};

/** The earliest day the program a document names can have saved it; null for programs that are not known here. */
export function firstSaleOf(metadata: readonly MetadataField[]): { source: string; time: string } | null {
  const program = metadata.find(
    ({ field, where }) => field === 'application' && where.startsWith('docProps/'),
  );
  if (
    program === undefined ||
    !/^Microsoft (?:Office |Macintosh )?(?:Word|Excel|PowerPoint)/.test(program.value)
  )
    return null;
  const version = metadata.find(
    ({ field, where }) => field === 'application-version' && where.startsWith('docProps/'),
  );
  const day = FIRST_TEST[/^\d{2}(?=\.)/.exec(version?.value ?? '')?.[0] ?? ''];
  if (version === undefined || day === undefined) return null;
  return { source: `${program.value} ${version.value}`, time: `${day}T00:00:00Z` };
}
