/**
 * What is measured inside the page, as text: the bench has no DOM to be compiled against. Each answers milliseconds, or
 * a list of them, from what a person does to the frame that shows it.
 */

/** Goes to an address and waits until what a selector names is there, then for the frame that draws it. */
function goAndWait(hash: string, ready: string): string {
  return `new Promise((resolve, reject) => {
    const begun = performance.now();
    const done = () => {
      if (!(${ready})) return;
      watch.disconnect();
      clearTimeout(late);
      requestAnimationFrame(() => resolve(performance.now() - begun));
    };
    const watch = new MutationObserver(done);
    const late = setTimeout(() => { watch.disconnect(); reject(new Error(${JSON.stringify(hash)} + ' took a minute')); }, 60000);
    watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    location.hash = ${JSON.stringify(hash)};
  })`;
}

/** From the question in the address to its list: rows of the new question, or that there is none. */
export function searchToList(query: string): string {
  const hash = `#/reader?${new URLSearchParams(query === '' ? {} : { q: query }).toString()}`;
  // The list is busy from the question to its rows; one that is asked for twice is never busy.
  return `(async () => {
    const list = document.querySelector('.reader-list');
    let wasBusy = false;
    const busy = new MutationObserver(() => { wasBusy ||= list.getAttribute('aria-busy') === 'true'; });
    busy.observe(list, { attributes: true });
    window.__busy = () => wasBusy && list.getAttribute('aria-busy') === 'false';
    try { return await ${goAndWait(hash, 'window.__busy()')}; } finally { busy.disconnect(); }
  })()`;
}

/** A script for the page: opens an item, and gives the milliseconds until it is drawn. */
export function itemToView(id: string, query: string): string {
  const hash = `#/reader?${new URLSearchParams({ ...(query !== '' && { q: query }), item: id }).toString()}`;
  return goAndWait(hash, `document.querySelector('.item-head')?.dataset.item === ${JSON.stringify(id)}`);
}

/** Times between frames while the list goes by, from its top to its end or as far as the frames reach. */
export function scrollThrough(frames: number, pixels: number | null): string {
  return `new Promise((resolve) => {
    const list = document.getElementById('list');
    const step = ${pixels === null ? `(list.scrollHeight - list.clientHeight) / ${frames}` : pixels};
    list.scrollTop = 0;
    const times = [];
    let before = 0;
    const frame = (now) => {
      if (before > 0) times.push(now - before);
      before = now;
      if (times.length >= ${frames}) { resolve(times); return; }
      list.scrollTop += step;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  })`;
}

/** First paint, and what was sent for the page: bytes as they came over the wire. */
export const FIRST_LOAD = `new Promise((resolve) => {
  const files = performance.getEntriesByType('resource').map(({ name, encodedBodySize }) => [name, encodedBodySize]);
  const sum = (ending) => files.filter(([name]) => ending.test(name)).reduce((all, [, size]) => all + size, 0);
  const sent = { script: sum(/\\.js$/), style: sum(/\\.css$/), font: sum(/\\.woff2?$/) };
  const paints = new PerformanceObserver((list) => {
    const first = list.getEntriesByName('first-contentful-paint')[0];
    if (first !== undefined) resolve({ paint: first.startTime, ...sent });
  });
  paints.observe({ type: 'paint', buffered: true });
  setTimeout(() => resolve({ paint: null, ...sent }), 5000);
})`;

/** When the overview stands there whole, since the page was asked for. */
export const OVERVIEW_SHOWN = `new Promise((resolve) => {
  const look = () =>
    document.querySelector('.timeline') === null ? requestAnimationFrame(look) : resolve(performance.now());
  look();
})`;
