import type {
  ByteSource,
  ContainerEntry,
  ContainerOptions,
  ContainerReader,
  Failure,
} from '../../model/index.ts';
import { openCfb } from '../cfb/cfb.ts';
import { entryName } from '../mapi/entry-name.ts';
import { failedItem, rebuildItem } from '../mapi/rebuild.ts';
import { readMsg } from './message.ts';

/**
 * Opens an MSG or OFT (MS-OXMSG) as a container of exactly one entry: the message rebuilt as RFC 822 with
 * its attachments inside as MIME parts, messages in it as message/rfc822; `message.eml`. A contact is
 * `contact.vcf`, an appointment `calendar.ics`, unless they carry attachments.
 */
export function openMsg(source: ByteSource, options: ContainerOptions): ContainerReader {
  const cfb = openCfb(source, options.limits);
  const { root } = cfb;
  const failure: Failure | null =
    root === null ? cfb.failure : notAMessage(root.children.map(({ path }) => path.at(-1) ?? ''));
  return {
    expected: failure === null ? 1 : 0,
    entries: async function* (from) {
      if (failure === null && root !== null && from <= 0) yield entryOf();
    },
    failure: () => failure,
    facts: root?.modified == null ? { format: 'msg' } : { format: 'msg', 'file-modified': root.modified },
    defects: cfb.defects,
    close: () => source.close(),
  };

  function entryOf(): ContainerEntry {
    const { outcome, facts, defects } = tried();
    return {
      index: 0,
      name: entryName(facts, outcome),
      outcome,
      defects,
      facts: { ...facts, 'rebuilt-from': 'msg' },
    };
  }

  function tried() {
    try {
      return root === null ? failedItem(null) : rebuildItem(readMsg(cfb, root), options.limits);
    } catch (error) {
      return failedItem(error);
    }
  }
}

/** Word and Excel files are compound files too, but hold no message. */
function notAMessage(names: readonly string[]): Failure | null {
  const isMessage = names.some((name) =>
    /^__(properties_version1\.0|substg1\.0_|nameid_version1\.0)/i.test(name),
  );
  return isMessage ? null : { code: 'unsupported', detail: 'This compound file holds no Outlook message.' };
}
