import { computed, effect, signal } from '@preact/signals';
import type {
  LoginRequest,
  SessionChange,
  SessionJson,
  ZoneChange,
} from '../../../src/server/api/session.ts';
import { caseZone } from '../settings/zone.ts';
import { listen, reviewChange } from './events.ts';
import { getJson, postJson } from './request.ts';

/** Who is at work on which case; null until the server has told. */
export const session = signal<SessionJson | null>(null);

export const author = computed(() => session.value?.author ?? null);

/** Asks who this browser is to the server; signed in, starts to listen to it. */
export async function openSession(): Promise<void> {
  enter(await getJson<SessionJson>('/api/session'));
}

/** Names the person at work: every change of the review carries the name. */
export async function nameAuthor(name: string): Promise<void> {
  const change: SessionChange = { author: name };
  enter(await postJson<SessionJson>('/api/session', change));
}

/** Signs in with the password of a shared workbench; throws `ApiError` where it is wrong or asked too often. */
export async function logIn(request: LoginRequest): Promise<void> {
  enter(await postJson<SessionJson>('/api/login', request));
}

/** Sets the zone of the case, for everybody. */
export async function setCaseZone(zone: string): Promise<void> {
  const change: ZoneChange = { zone };
  enter(await postJson<SessionJson>('/api/review/zone', change));
}

// What somebody changed that is about no item may be the zone of the case.
effect(() => {
  if (reviewChange.value?.item === null) void openSession().catch(() => {});
});

function enter(told: SessionJson): void {
  const wasIn = session.peek()?.signedIn ?? false;
  if (told.case) caseZone.value = told.case.zone;
  session.value = told;
  if (told.signedIn && !wasIn) listen();
}
