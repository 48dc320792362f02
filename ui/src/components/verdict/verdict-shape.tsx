import type { ShownVerdict } from './shown-verdict.ts';

/** The shape that tells a verdict without its colour: a full disc down to a struck lozenge. */
export function VerdictShape({
  verdict,
  size = 14,
}: {
  readonly verdict: ShownVerdict;
  readonly size?: number;
}) {
  return (
    <svg class={`verdict-shape ${verdict}`} width={size} height={size} viewBox="0 0 14 14" aria-hidden="true">
      {SHAPES[verdict]}
    </svg>
  );
}

const SHAPES = {
  authentic: (
    <>
      <circle class="body" cx="7" cy="7" r="6.2" />
      <path class="sign" d="M4 7.200l2.200 2.200L10.200 5" />
    </>
  ),
  corroborated: (
    <>
      <circle class="ring" cx="7" cy="7" r="5.400" />
      <path class="body" d="M7 1.600a5.400 5.400 0 0 0 0 10.800z" />
    </>
  ),
  unverified: <circle class="ring dashed" cx="7" cy="7" r="5.200" />,
  doubtful: (
    <>
      <path class="body" d="M7 .9l6.300 11.700H.7z" />
      <path class="sign" d="M7 5v3.500M7 10.400v.3" />
    </>
  ),
  altered: (
    <>
      <path class="body" d="M7 .3l6.700 6.700L7 13.700.3 7z" />
      <path class="sign" d="M4.800 4.800l4.400 4.400M9.200 4.800L4.800 9.200" />
    </>
  ),
  none: <path class="ring" d="M3.500 7h7" />,
} as const;
