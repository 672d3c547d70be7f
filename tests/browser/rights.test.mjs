// Who may read what, when a catalogue has two hundred authorization object types: the
// matrix is still found one's way in.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { launch, openTab } from './chromium.mjs';
import { serve } from './site.mjs';

const COLUMNS = 200;
const KINDS = ['own', 'representative', 'signatory', 'power-of-attorney', 'read-proxy'];
const repository = join(import.meta.dirname, '..', '..');

let browser;
let server;
let folder;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'katalog-rights-'));
  for (const part of ['catalogue', 'content', 'katalog.yaml']) {
    cpSync(join(repository, part), join(folder, part), { recursive: true });
  }
  const own = join(folder, 'catalogue/common/authorizations');
  for (let n = 0; n < COLUMNS - 8; n += 1) {
    const id = `R${String(n).padStart(3, '0')}`;
    writeFileSync(join(own, `${id}.yaml`), [
      `id: ${id}`, `order: ${100 + n}`, `kind: ${KINDS[n % KINDS.length]}`, 'customer: both',
      `title: { sv: "Behörighet för område ${n}", en: "Authorization for area ${n}" }`,
      `description: { sv: "Rätt nummer ${n}.", en: "Right number ${n}." }`, '',
    ].join('\n'));
  }
  if (!process.env.KATALOG_BIN) throw new Error('KATALOG_BIN must name the program: use tests/run');
  execFileSync(process.env.KATALOG_BIN, ['build', '--root', folder, '--out', join(folder, 'site')]);
  server = await serve({ folder: join(folder, 'site'), base: '/' });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function on(width, use) {
  const { tab, faults, close } = await openTab(browser, server, { viewport: { width, height: 900 } });
  try {
    await tab.goto(`${server.url}authorizations/`);
    await use(tab);
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
}

/** Where an element is seen. */
const box = (tab, what) => tab.locator(what).boundingBox();

for (const width of [390, 1440]) {
  describe(`a matrix of ${COLUMNS} columns at ${width} px`, () => {
    it('keeps its heads in view, whichever way it is scrolled', () => on(width, async (tab) => {
      assert.equal(await tab.locator('.mx thead tr:last-child th').count(), COLUMNS);
      await tab.evaluate(() => {
        const region = document.querySelector('.mx');
        region.scrollIntoView({ behavior: 'instant' });
        region.scrollTo({ left: 3000, top: 250, behavior: 'instant' });
      });
      const region = await box(tab, '.mx');
      assert.ok(region.x + region.width <= width, 'the page itself isn’t wider than the window');
      const scrolled = await tab.evaluate(() => document.querySelector('.mx').scrollLeft);
      assert.ok(scrolled > 1000, `scrolled by ${scrolled} only`);
      const head = await box(tab, '.mx thead');
      assert.ok(Math.abs(head.y - region.y) < 3, `the heads of columns are at ${head.y}, the region at ${region.y}`);
      const row = await box(tab, '.mx tbody tr:nth-child(6) th');
      assert.ok(Math.abs(row.x - region.x) < 3, `the heads of rows are at ${row.x}, the region at ${region.x}`);
      // The name of the group is seen too, though its first column is long gone.
      const seen = await tab.evaluate(() => {
        const { left, right } = document.querySelector('.mx').getBoundingClientRect();
        const heads = [...document.querySelectorAll('.mx thead th[colspan] span')];
        return heads.map((e) => e.getBoundingClientRect()).filter((e) => e.right > left && e.left < right).length;
      });
      assert.ok(seen >= 1, 'no group says what it is');
    }));

    it('clips no title of a column', () => on(width, async (tab) => {
      const clipped = await tab.locator('.mx thead tr:last-child th').evaluateAll((all) =>
        all.filter((e) => e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1).map((e) => e.textContent));
      assert.deepEqual(clipped, []);
    }));

    it('is filtered by what is typed', () => on(width, async (tab) => {
      await tab.locator('#mxi').fill('fullmakt');
      const shown = await tab.locator('.mx thead tr:last-child th:visible').allTextContents();
      assert.deepEqual(shown, ['Ombud med fullmakt']);
      assert.equal(await tab.locator('.mx tbody tr:first-child td:visible').count(), 1);
      assert.match(await tab.locator('#mxf span').textContent(), /1 .* 200/);
      await tab.locator('#mxi').fill('');
      assert.equal(await tab.locator('.mx thead tr:last-child th:visible').count(), COLUMNS);
    }));

    it('has no fault that axe finds', () => on(width, async (tab) => {
      await tab.evaluate(axe.source);
      const { violations } = await tab.evaluate(() => globalThis.axe.run('.sec', { preload: false }));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
    }));
  });
}
