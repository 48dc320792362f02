import type { ProgramName } from '../story/terms.ts';
import { appleMail } from './apple-mail.ts';
import { exchange } from './exchange.ts';
import { gmail } from './gmail.ts';
import { mailer } from './mailer.ts';
import { outlook } from './outlook.ts';
import type { MailProgram } from './program.ts';
import { thunderbird } from './thunderbird.ts';
import { zimbra } from './zimbra.ts';

/** How each program of the cast writes: a file per program, so that one can be held against real mail of it. */
export const PROGRAMS: Readonly<Record<ProgramName, MailProgram>> = {
  gmail,
  outlook,
  exchange,
  thunderbird,
  'apple-mail': appleMail,
  zimbra,
  mailer,
};
