/** Addresses that stand for another one. */
export const SHORTENERS: ReadonlySet<string> = new Set(
  (
    'bit.ly bitly.com tinyurl.com t.co goo.gl ow.ly is.gd v.gd buff.ly cutt.ly cutt.us rebrand.ly rb.gy shorturl.at ' +
    't.ly tiny.cc tny.im s.id lnkd.in urlz.fr qrco.de qr.link shorte.st adf.ly soo.gd bl.ink snip.ly t2m.io ' +
    'short.gy dub.sh linktr.ee l.ead.me u.to x.co urlr.me vk.cc clck.ru n9.cl acortar.link encurtador.com.br'
  ).split(' '),
);

/**
 * Where anybody can put a page within minutes, under a name that is not theirs: storage, application and form
 * services. Matched at the end of the host.
 */
export const OPEN_HOSTS: readonly string[] = (
  'web.app firebaseapp.com firebasestorage.googleapis.com storage.googleapis.com storage.cloud.google.com appspot.com ' +
  'sites.google.com forms.gle forms.office.com blob.core.windows.net web.core.windows.net azurewebsites.net ' +
  'azureedge.net azurefd.net amazonaws.com cloudfront.net pages.dev workers.dev r2.dev netlify.app vercel.app ' +
  'herokuapp.com onrender.com glitch.me github.io gitlab.io weebly.com wixsite.com wix.com square.site webflow.io ' +
  'framer.website carrd.co notion.site myshopify.com typeform.com jotform.com zendesk.com ipfs.io dweb.link ' +
  'ngrok.io ngrok-free.app duckdns.org 000webhostapp.com blogspot.com godaddysites.com ukit.me sendgrid.net ' +
  'translate.goog digitaloceanspaces.com linodeobjects.com backblazeb2.com'
).split(' ');

/** Suffixes given away or sold for a coin, which phishing uses far beyond their share (docs/bait.md). */
export const CHEAP_SUFFIXES: ReadonlySet<string> = new Set(
  (
    'xyz top icu cfd buzz cyou click link work rest fit wang ooo tk ml ga cf gq pw shop site online website space fun ' +
    'live store club sbs bond lat monster quest beauty hair skin makeup cam bid loan win men date review stream ' +
    'download racing trade webcam party science country uno rocks vip life world today support'
  ).split(' '),
);

/**
 * Where the services that send newsletters count clicks, under names of their own: that a link of a newsletter leads there
 * says nothing. Services that let anybody send at once are not among them.
 */
export const NEWSLETTER_COUNTERS: readonly string[] = (
  'list-manage.com campaign-archive.com mjt.lu cmail19.com cmail20.com createsend1.com createsend.com klclick.com ' +
  'hubspotlinks.com emlnk.com dotdigital-pages.com exct.net'
).split(' ');

/**
 * Hosts of the reader's own network, which nobody outside can put a page on (RFC 1918, RFC 6761, loopback and link-local
 * addresses): what technicians write to each other of.
 */
export function isOwnNetwork(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|169\.254(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|\[::1\])$/u.test(
    host,
  );
}
