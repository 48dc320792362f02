import { bluesky } from './formats/bluesky.ts';
import { crowdtangle } from './formats/crowdtangle.ts';
import { fourcat } from './formats/fourcat.ts';
import { fourchan } from './formats/fourchan.ts';
import { mapped } from './formats/mapped.ts';
import { mastodon } from './formats/mastodon.ts';
import { metaLibrary } from './formats/meta-library.ts';
import { telegram } from './formats/telegram.ts';
import { tiktok } from './formats/tiktok.ts';
import { twint } from './formats/twint.ts';
import { xV1 } from './formats/x-v1.ts';
import { xV2 } from './formats/x-v2.ts';
import type { PostFormat } from './post-format.ts';

/** In the order they are tried: those with the surest marks first, any table last. */
export const POST_FORMATS: readonly PostFormat[] = [
  xV1,
  mastodon,
  bluesky,
  telegram,
  twint,
  tiktok,
  metaLibrary,
  crowdtangle,
  fourchan,
  fourcat,
  xV2,
  mapped,
];

/** Their names, as `--format` takes them. */
export const POST_FORMAT_NAMES: readonly string[] = POST_FORMATS.map((format) => format.name);
