import './globals.ts';
import { certificatesOf, type Report, verificationReport, verifyItem } from '../src/decoys/verify/index.ts';
import type { Language } from '../src/model/text.ts';
import { readDropped } from './read-file.ts';
import { TEXTS } from './texts.ts';

const given: { opening: File | null; item: File | null } = { opening: null, item: null };
let language: Language = navigator.language.startsWith('fr') ? 'fr' : 'en';

start();

function start(): void {
  for (const [id, kind] of [
    ['opening', 'opening'],
    ['item', 'item'],
  ] as const) {
    field(id).addEventListener('change', () => {
      given[kind] = field(id).files?.[0] ?? null;
      void check();
    });
  }
  for (const id of ['authorities', 'key']) field(id).addEventListener('change', () => void check());
  for (const button of document.querySelectorAll('button')) {
    button.addEventListener('click', () => speak(button.value === 'fr' ? 'fr' : 'en'));
  }
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    for (const file of event.dataTransfer?.files ?? []) {
      given[file.name.endsWith('.opening.json') ? 'opening' : 'item'] = file;
    }
    void check();
  });
  speak(language);
}

function speak(chosen: Language): void {
  language = chosen;
  document.documentElement.lang = chosen;
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    const name = element.dataset.text;
    if (name !== undefined && isText(name)) element.textContent = TEXTS[name][chosen];
  }
  void check();
}

async function check(): Promise<void> {
  if (!(await canCheck())) return show({ headline: TEXTS.old[language], lines: [], limits: [] });
  const { opening, item } = given;
  if (opening === null || item === null) return;
  const roots: Uint8Array[] = [];
  for (const file of field('authorities').files ?? []) roots.push(...certificatesOf(await bytesOf(file)));
  const key = field('key').value.trim();
  const leaked = readDropped(await bytesOf(item), item.name);
  const found = await verifyItem(await opening.text(), leaked, { roots, key: key === '' ? null : key });
  show(verificationReport(found, language));
}

/** Text only: everything shown may come out of a leak. */
function show({ headline, lines, limits }: Report): void {
  const result = document.getElementById('result');
  if (result === null) return;
  const heading = document.createElement('h2');
  heading.textContent = headline;
  const body = [...lines, ...limits].map((line, at) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    if (at >= lines.length) paragraph.className = 'limit';
    return paragraph;
  });
  result.replaceChildren(heading, ...body);
}

async function canCheck(): Promise<boolean> {
  try {
    await crypto.subtle.importKey('raw', new Uint8Array(32), 'Ed25519', false, ['verify']);
    return true;
  } catch {
    return false;
  }
}

function field(id: string): HTMLInputElement {
  const found = document.getElementById(id);
  if (found instanceof HTMLInputElement) return found;
  throw new Error(`no field ${id}`);
}

function isText(name: string): name is keyof typeof TEXTS {
  return Object.hasOwn(TEXTS, name);
}

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}
