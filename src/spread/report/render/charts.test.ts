import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnChart, valueTicks } from './column-chart.ts';
import { pngCharts } from './png.ts';
import { rowChart } from './row-chart.ts';
import { timeTicks } from './time-ticks.ts';

test('an axis of values goes in round steps past the largest', () => {
  assert.deepEqual(valueTicks(390), [0, 100, 200, 300, 400]);
  assert.deepEqual(valueTicks(1), [0, 1]);
  assert.deepEqual(valueTicks(7), [0, 2, 4, 6, 8]);
  assert.equal(valueTicks(1_234_567).at(-1), 1_500_000);
});

test('an axis of time is marked at round moments, the day where it changes', () => {
  const evening = Date.UTC(2017, 4, 5, 22, 49);
  const ticks = timeTicks(evening, 1, 150, 'en');
  assert.deepEqual([...ticks.values()], ['5 May 23:00', '23:30', '6 May 00:00', '00:30', '01:00']);
  assert.equal(ticks.get(11), '5 May 23:00');
  assert.equal(timeTicks(evening, 1440, 60, 'fr').values().next().value, '11 mai');
  assert.ok(timeTicks(0, 10_080, 2000, 'en').size <= 10);
});

test('a chart says in words what it shows, and holds no markup from a name', () => {
  const rows = rowChart('Accounts', [{ label: '<b>&"x', value: 3 }], 'en');
  assert.ok(!rows.includes('<b>') && rows.includes('&lt;b&gt;&amp;&quot;x: 3'));
  const columns = columnChart('Posts', [{ label: '18:00', value: 1500 }], 'fr');
  assert.match(columns, /<title>Posts<\/title><desc>1 colonnes, la plus haute 1\s500 à 18:00<\/desc>/u);
});

test('charts are drawn as pictures with letters in them', async () => {
  const chart = (label: string): string => rowChart('', [{ label, value: 1 }], 'en');
  const drawn = await pngCharts(new Map([...'aЖé'].map((label) => [label, chart(label)])));
  const pictures = [...drawn.values()].map((png) => Buffer.from(png));
  for (const png of pictures) {
    assert.equal(png.toString('latin1', 1, 4), 'PNG');
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1720, 124]);
  }
  assert.equal(new Set(pictures.map((png) => png.toString('base64'))).size, 3);
});
