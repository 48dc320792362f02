import type { GateReportJson, OverrideRequest } from '../../../../src/server/api/publish.ts';
import { failureOf } from '../../api/failure.ts';
import { postJson } from '../../api/request.ts';
import { tellFailure } from '../../api/tell-failure.ts';
import { checked, draftKey, draftRequest } from './draft-state.ts';

/** Sends the draft through the gates. Resolves to why it could not be, in words; null when it was. */
export async function checkDraft(): Promise<string | null> {
  return await taken('/api/publish/check', draftRequest.value);
}

/** Goes through a gate, with a name and a reason. Resolves as `checkDraft`. */
export async function overrideGate(
  decision: Pick<OverrideRequest, 'gate' | 'by' | 'reason'>,
): Promise<string | null> {
  return await taken('/api/publish/override', { ...draftRequest.value, ...decision });
}

async function taken(path: string, request: object): Promise<string | null> {
  const of = draftKey.value;
  try {
    checked.value = { report: await postJson<GateReportJson>(path, request), of };
    return null;
  } catch (cause) {
    return tellFailure(failureOf(cause));
  }
}
