import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PhaseClock } from './sift-phases.ts';

describe('PhaseClock', () => {
  it('adds up the laps of each phase, and leaves nothing out', () => {
    let time = 1000;
    const clock = new PhaseClock(() => time);
    const spend = (milliseconds: number, phase: Parameters<PhaseClock['lap']>[0]) => {
      time += milliseconds;
      clock.lap(phase);
    };
    spend(500, 'reading');
    spend(250, 'judging');
    spend(500, 'reading');
    spend(125, 'traces');
    const { reading, judging, across, traces } = clock.seconds();
    assert.deepEqual(
      { reading, judging, across, traces },
      { reading: 1, judging: 0.25, across: 0, traces: 0.125 },
    );
  });
});
