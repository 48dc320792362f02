import './globals.ts';
import { certificatesOf, type Report, verificationReport, verifyItem } from '../src/decoys/verify/index.ts';
import type { Language, Text } from '../src/model/text.ts';
import { isOpening } from './is-opening.ts';
import { readDropped } from './read-file.ts';
import { TEXTS } from './texts.ts';

const given: { opening: File | null; item: File | null } = { opening: null, item: null };
/** It is held several times over while it is compared. */
const MOST_ITEM = 200 * 2 ** 20;

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
    void take([...(event.dataTransfer?.files ?? [])]);
  });
  speak(language);
}

async function take(files: readonly File[]): Promise<void> {
  for (const file of files) given[(await isOpening(file)) ? 'opening' : 'item'] = file;
  await check();
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

/** A check of a large item may end after one that was begun later. */
let turn = 0;

async function check(): Promise<void> {
  const own = ++turn;
  const report = await reported().catch(() => told(TEXTS.unreadable));
  if (own === turn && report !== null) show(report);
}

function told(text: Text): Report {
  const names = [given.opening, given.item].flatMap((file) => file?.name ?? []);
  const lines = names.length === 0 ? [] : [`${TEXTS.given[language]} ${names.join(', ')}`];
  return { headline: text[language], lines, limits: [] };
}

/** Null where nothing was given yet. */
async function reported(): Promise<Report | null> {
  if (!(await canCheck())) return told(TEXTS.old);
  const { opening, item } = given;
  if (opening === null || item === null) {
    if (opening === null && item === null) return null;
    return told(opening === null ? TEXTS.needsOpening : TEXTS.needsItem);
  }
  if (item.size > MOST_ITEM) return told(TEXTS.tooLarge);
  const roots: Uint8Array[] = [];
  for (const file of field('authorities').files ?? []) roots.push(...certificatesOf(await bytesOf(file)));
  const key = field('key').value.trim();
  const leaked = readDropped(await bytesOf(item), item.name);
  const found = await verifyItem(await opening.text(), leaked, { roots, key: key === '' ? null : key });
  return verificationReport(found, language);
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
