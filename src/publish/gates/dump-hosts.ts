/** Hosts where dumps lie or are pasted: a link into one of them leads there until somebody has looked. */
const DUMP_HOSTS = new Set(
  (
    '4chan.org 4channel.org 8ch.net 8chan.moe 8kun.top endchan.net pastebin.com paste.ee ghostbin.com ghostbin.co hastebin.com ' +
    'justpaste.it dpaste.com dpaste.org controlc.com rentry.co rentry.org 0bin.net privatebin.net privatebin.info pastie.org ' +
    'paste.debian.net pastes.io defuse.ca cryptobin.co doxbin.com doxbin.org mega.nz mega.co.nz mediafire.com anonfiles.com ' +
    'anonfile.com bayfiles.com gofile.io file.io transfer.sh sendspace.com zippyshare.com 1fichier.com uptobox.com ' +
    'rapidgator.net uploadfiles.io ufile.io catbox.moe pixeldrain.com send.cm krakenfiles.com wikileaks.org ddosecrets.com ' +
    'cryptome.org dcleaks.com intelx.io raidforums.com breachforums.st breachforums.is breached.vc thepiratebay.org 1337x.to ' +
    'torrentz2.eu btdig.com nyaa.si academictorrents.com 4plebs.org archived.moe desuarchive.org 4channel.net pastebin.ai ' +
    'pastelink.net paste.mozilla.org paste.rs bpa.st ix.io termbin.com 0x0.st temp.sh oshi.at filebin.net workupload.com ' +
    'limewire.com terabox.com buzzheavier.com qiwi.gg turbobit.net nitroflare.com dropmefiles.com files.fm multiup.org ' +
    'mirrored.to mega.io dweb.link cf-ipfs.com paste.gg pastebin.pl slexy.org snippet.host textbin.net zerobin.net paste.sh ' +
    'bin.disroot.org framabin.org 4shared.com depositfiles.com dl.free.fr cjoint.com upload.ee solidfiles.com letsupload.io'
  ).split(' '),
);

/** Hosts that hold anything: whether it is the dump cannot be told from the address. */
const OPEN_HOSTS = new Set(
  (
    'wetransfer.com we.tl dropbox.com drive.google.com docs.google.com 1drv.ms onedrive.live.com sharepoint.com t.me telegram.me ' +
    'discord.gg discord.com cdn.discordapp.com github.com gist.github.com gitlab.com scribd.com ipfs.io swisstransfer.com ' +
    'fromsmash.com grosfichiers.com transfernow.net filemail.com box.com pcloud.com pcloud.link icloud.com drive.proton.me ' +
    'disk.yandex.ru disk.yandex.com yadi.sk cloud.mail.ru vk.com cryptpad.fr koofr.eu sync.com tresorit.com jumpshare.com ' +
    'issuu.com slideshare.net telegra.ph write.as teletype.in odysee.com bitchute.com gab.com codeberg.org sourceforge.net'
  ).split(' '),
);

/** Addresses that hide where they lead. */
const SHORTENERS = new Set(
  'bit.ly t.co tinyurl.com goo.gl ow.ly is.gd v.gd buff.ly cutt.ly rb.gy shorturl.at urlr.me lnkd.in t.ly tiny.cc rebrand.ly bl.ink adf.ly dlvr.it ift.tt'.split(
    ' ',
  ),
);

const ARCHIVES = new Set(
  'archive.today archive.is archive.ph archive.li archive.vn archive.fo archive.md ghostarchive.org megalodon.jp'.split(
    ' ',
  ),
);

export type LinkKind =
  | 'torrent'
  | 'onion'
  | 'dump-host'
  | 'archive'
  | 'named'
  | 'open-host'
  | 'hidden-target'
  | 'elsewhere';

/**
 * What an address leads to, as far as the address itself tells: nothing is fetched. Addresses inside addresses (copies
 * in archives, redirections) are looked at too. `named` are addresses that were said to be the dump's.
 */
export function linkKind(target: string, named: readonly string[]): LinkKind {
  const flat = undone(target);
  if (
    /^(?:magnet|ed2k|ipfs|ipns|dat|dweb|mega|bzz|tribler):/iu.test(flat) ||
    /btih:|\.torrent(?:$|[?#])/iu.test(flat)
  )
    return 'torrent';
  const inner = addressesIn(flat);
  // Numbers for a name tell nobody whose machine it is, nor what lies there.
  if (NUMERIC.test(flat)) return 'hidden-target';
  if (named.some((name) => inner.some((address) => isUnder(address, name)))) return 'named';
  const kinds = inner.map(kindOfAddress);
  const kind = ORDER.find((one) => kinds.includes(one)) ?? 'elsewhere';
  return kind === 'elsewhere' && inner.some(({ path }) => FILES.test(path)) ? 'open-host' : kind;
}

/** An address by number, of IPv4 (also in one piece) or IPv6. */
const NUMERIC =
  /^[a-z][a-z0-9+.-]{1,20}:\/{2}(?:[^/@\s]{0,200}@)?(?:\d{1,3}(?:\.\d{1,3}){3}|\d{7,10}|0x[0-9a-f]{8}|\[[0-9a-f:.]{2,45}\])(?:[:/?#]|$)/iu;

/** Archives, mailboxes and tables to take home whole, wherever they lie. */
const FILES = /\.(?:zip|rar|7z|tar|t?gz|bz2|xz|zst|iso|mbox|pst|ost|eml|msg|sql|csv)(?:[?#]|$)/iu;

const ORDER: readonly LinkKind[] = ['onion', 'dump-host', 'archive', 'hidden-target', 'open-host'];

/** `hxxp`, `[.]`, forms and full stops of other scripts, and percent signs undone, the latter as often as redirections nest. */
export function undone(text: string): string {
  let flat = text
    .normalize('NFKC')
    .replace(/[\u3002\uff61]/gu, '.')
    .replace(/hxxp/giu, 'http')
    .replace(/\s?[[({]\s?(?:\.|dot|point)\s?[\])}]\s?/giu, '.');
  for (let round = 0; round < 3 && flat.includes('%'); round += 1) {
    try {
      flat = decodeURIComponent(flat);
    } catch {
      break;
    }
  }
  return flat;
}

interface Address {
  readonly host: string;
  readonly path: string;
}

/** Hosts with their paths in a text, schemes or not, one inside the other. */
export function addressesIn(text: string): readonly Address[] {
  const found = text.matchAll(
    /(?<![\p{L}\p{N}@.-])((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z][a-z0-9-]{1,24})(?::\d{1,5})?((?:\/[^\s<>"']{0,2000})?)/giu,
  );
  return [...found].flatMap(([, host = '', path = '']) => {
    const own = { host: host.toLowerCase(), path };
    return path.includes('.') ? [own, ...innerAddresses(path)] : [own];
  });
}

function innerAddresses(path: string): readonly Address[] {
  const at = path.search(/https?:\/{1,2}|(?<=[=/])www\./iu);
  // A parameter may hold an address without its scheme.
  const parameters = addressesIn(path.replace(/[=?&]/gu, ' '));
  return at < 0 ? parameters : [...addressesIn(path.slice(at)), ...parameters];
}

function kindOfAddress({ host, path }: Address): LinkKind {
  if (/\.(?:onion|i2p)$/u.test(host) || /\.onion\.\w{2,5}$/u.test(host)) return 'onion';
  // Google's translation shows any site under a name of its own: `paste--bin-com`, where two hyphens are one.
  const translated = /^(.{3,200})\.translate\.goog$/u.exec(host)?.[1];
  if (translated !== undefined)
    return kindOfAddress({
      host: translated.replaceAll('--', '\0').replaceAll('-', '.').replaceAll('\0', '-'),
      path,
    });
  const names = host.split('.').map((_, index, labels) => labels.slice(index).join('.'));
  const isOf = (hosts: ReadonlySet<string>): boolean => names.some((name) => hosts.has(name));
  if (isOf(DUMP_HOSTS)) return 'dump-host';
  if (names.includes('archive.org'))
    return /^\/(?:details|download|stream|compress|(?:\d{1,4}\/)?items)\//u.test(path)
      ? 'archive'
      : 'elsewhere';
  // A copy that names what it is a copy of is judged by that.
  if (isOf(ARCHIVES)) return /https?:\/|(?<=\/)www\./iu.test(path) ? 'elsewhere' : 'hidden-target';
  if (isOf(SHORTENERS)) return 'hidden-target';
  return isOf(OPEN_HOSTS) && path.length > 1 ? 'open-host' : 'elsewhere';
}

function isUnder({ host, path }: Address, named: string): boolean {
  const bare = named
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//u, '')
    .replace(/\/$/u, '');
  if (bare === '') return false;
  const whole = `${host}${path}`.toLowerCase();
  return whole.startsWith(bare) || `.${host}`.endsWith(`.${bare}`);
}
