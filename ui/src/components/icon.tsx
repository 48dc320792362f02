/** Line drawings on a 16 by 16 grid, made for this page; each is a path so that nothing is fetched. */
const PATHS = {
  overview: 'M2.500 13.500h11M4 11V7.500M7 11V3.500M10 11V6M13 11V9',
  reader: 'M2.500 3.500h11v9h-11zM2.500 4l5.500 4.500L13.500 4',
  traces: 'M4 13c-1-4 0-9 4-9s5 4 4.500 8M6.500 13c-.5-3-.5-6.500 1.500-6.500S10 10 9.500 13.500M8 9v4',
  people:
    'M6 7.500a2.200 2.200 0 1 0 0-4.400 2.200 2.200 0 0 0 0 4.400zM2 13c0-3 1.800-4.200 4-4.200S10 10 10 13M10.500 3.400a2 2 0 0 1 0 4M11.500 9c1.600.3 2.500 1.700 2.500 4',
  spread:
    'M3.500 8h4L12 4M7.500 8l4.500 4M3.500 8m-1.300 0a1.300 1.300 0 1 0 2.600 0 1.300 1.300 0 1 0-2.600 0M12.500 3.700m-1.300 0a1.300 1.300 0 1 0 2.600 0 1.300 1.300 0 1 0-2.600 0M12.500 12.300m-1.300 0a1.300 1.300 0 1 0 2.600 0 1.300 1.300 0 1 0-2.600 0',
  silence: 'M8 2.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11zM8 5v3.200l2.200 1.600',
  attribution: 'M2.500 3h11v10h-11zM2.500 6.300h11M6.200 3v10M9.800 3v10',
  custody: 'M8 2l5 2v4c0 3-2 5-5 6-3-1-5-3-5-6V4zM5.800 8l1.700 1.700 3-3.200',
  review: 'M3 13l.7-3L10.500 3.200a1.500 1.500 0 0 1 2.200 2.200L6 12.300zM9 13.500h4.500',
  search: 'M7 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM10 10l3.500 3.500',
  help: 'M6 6a2 2 0 1 1 3 1.700c-.8.500-1 .9-1 1.800M8 12v.3M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z',
  close: 'M4 4l8 8M12 4l-8 8',
  back: 'M9.500 3.500L5 8l4.500 4.500',
  clip: 'M11.500 7l-4.300 4.300a2.400 2.400 0 0 1-3.400-3.400L8.500 3.200a1.600 1.600 0 0 1 2.300 2.300L6.200 10',
  copies: 'M5.500 5.500h8v8h-8zM10.500 5.500v-3h-8v8h3',
  download: 'M8 2.500v7.500M5 7.500L8 10.500l3-3M3 13.500h10',
  warning: 'M8 2.500l6 11H2zM8 6.500v3.500M8 11.800v.3',
  unknown: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM5 8h6',
  lock: 'M4 7.500h8v6H4zM5.500 7.500V5a2.500 2.500 0 0 1 5 0v2.500',
  filter: 'M2.500 4h11M4.500 8h7M6.500 12h3',
  tag: 'M2.500 7.500v-5h5l6 6-5 5zM5.300 5.300v.1',
  star: 'M8 2.500l1.700 3.600 3.800.5-2.800 2.700.7 3.900L8 11.300l-3.400 1.900.7-3.900L2.500 6.600l3.800-.5z',
  check: 'M3 8.500l3.200 3L13 4.500',
  sun: 'M8 5.200a2.800 2.800 0 1 0 0 5.600 2.800 2.800 0 0 0 0-5.600zM8 1.500v1.500M8 13v1.500M1.500 8H3M13 8h1.500M3.400 3.400l1 1M11.600 11.600l1 1M12.600 3.400l-1 1M4.400 11.600l-1 1',
  moon: 'M12.800 9.800A5.500 5.500 0 0 1 6.200 3.200a5.500 5.500 0 1 0 6.600 6.600z',
  message: 'M2.500 3.500h11v9h-11zM2.500 4l5.500 4.500L13.500 4',
  document: 'M4 2h5l3 3v9H4zM9 2v3h3',
  image: 'M2.500 3.500h11v9h-11zM2.500 11l3-3 2.500 2.500L10.500 8l3 3M6 6.500v.1',
  archive: 'M2.500 3h11v3h-11zM3.500 6v7.500h9V6M6.500 9h3',
  mailbox: 'M2.500 9l2-5.500h7l2 5.500v4h-11zM2.500 9h3.200c0 2.800 4.600 2.800 4.600 0h3.200',
  other: 'M4 2h5l3 3v9H4zM9 2v3h3M8 7.500v3M8 12v.2',
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing beside a word; never the only sign of anything, hence hidden from screen readers. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
