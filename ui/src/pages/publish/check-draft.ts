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

/** Questions asked, and the last of them whose answer is shown. */
const turns = { asked: 0, shown: 0 };

/** Of two questions that overtake each other the later one is shown: a check must not take back an override. */
async function taken(path: string, request: object): Promise<string | null> {
  const of = draftKey.value;
  turns.asked += 1;
  const turn = turns.asked;
  try {
    const report = await postJson<GateReportJson>(path, request);
    if (turn < turns.shown) return null;
    turns.shown = turn;
    checked.value = { report, of };
    return null;
  } catch (cause) {
    return tellFailure(failureOf(cause));
  }
}
