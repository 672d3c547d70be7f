// Every kind of page, in both languages, as a reader meets it: on a desk and on a phone, light and dark.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import axe from 'axe-core';
import { launch, openTab } from './chromium.mjs';
import { LANGS, ROOT, inLanguage, kinds, serve } from './site.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const WIDTHS = [320, 390, 1440];

// Both schemes in each language, at the width where the other language has the other one.
const VIEWS = {
  sv: [{ colorScheme: 'light', width: 1440 }, { colorScheme: 'dark', width: 390 }],
  en: [{ colorScheme: 'dark', width: 1440 }, { colorScheme: 'light', width: 390 }],
};

let browser;
let server;
before(async () => {
  server = await serve(ROOT);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** What sticks out to the right of the page. */
function overflowing() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const wide = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > width + 1);
  return wide.slice(0, 5).map((e) => `${e.tagName.toLowerCase()}.${e.className}`).concat(`page is ${document.documentElement.scrollWidth} px`);
}

/** Texts that are cut off by the box they stand in. */
function clipped() {
  const hides = (style) => ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
  return [...document.querySelectorAll('body *')]
    .filter((e) => !e.closest('.vh, [aria-hidden], thead') && hides(getComputedStyle(e)))
    .filter((e) => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
    .map((e) => `${e.tagName.toLowerCase()}.${e.className}`);
}

/** Words in diagrams and charts that stick out of their boxes, and boxes or words that stand on each other. */
function crowded() {
  const found = [];
  const box = (e) => e.getBBox();
  const name = (e) => e.textContent.trim();
  for (const drawing of document.querySelectorAll('.dg svg')) {
    const nodes = [...drawing.querySelectorAll('.nd')];
    for (const node of nodes) {
      const outer = box(node.querySelector('rect'));
      const fits = [...node.querySelectorAll('text')].map(box).every((inner) =>
        inner.x >= outer.x + 4 && inner.x + inner.width <= outer.x + outer.width - 4
        && inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height);
      if (!fits) found.push(`${name(node)} sticks out of its box`);
    }
    const words = [...drawing.querySelectorAll('.lb > g')];
    const all = [...nodes, ...words].map((e) => [name(e), box(e)]);
    all.forEach(([a, p], at) => all.slice(0, at).forEach(([b, q]) => {
      const apart = p.x >= q.x + q.width || q.x >= p.x + p.width || p.y >= q.y + q.height || q.y >= p.y + p.height;
      if (!apart) found.push(`${a} stands on ${b}`);
    }));
  }
  for (const chart of document.querySelectorAll('.chart')) {
    const { width, height } = chart.viewBox.baseVal;
    const all = [...chart.querySelectorAll('text')].map((e) => [name(e), box(e)]);
    all.forEach(([a, p], at) => {
      if (p.x < -1 || p.x + p.width > width + 1 || p.y < -1 || p.y + p.height > height + 1) found.push(`${a} sticks out of its chart`);
      all.slice(0, at).forEach(([b, q]) => {
        // The boxes of words hold room for what goes below the line, which few words do.
        const apart = p.x >= q.x + q.width || q.x >= p.x + p.width || p.y + 3 >= q.y + q.height || q.y + 3 >= p.y + p.height;
        if (!apart) found.push(`${a} stands on ${b}`);
      });
    });
  }
  return found;
}

async function violations(tab) {
  const result = await tab.evaluate(
    (tags) => globalThis.axe.run(document, { runOnly: tags, resultTypes: ['violations'], preload: false }),
    TAGS,
  );
  return result.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} (${n.failureSummary.split('\n')[1]?.trim()})`));
}

for (const lang of LANGS) {
  describe(`pages in ${lang}`, () => {
    for (const { kind, path } of kinds()) {
      it(kind, async () => {
        const { tab, faults, close } = await openTab(browser, server);
        try {
          const response = await tab.goto(server.url + inLanguage(lang, path));
          assert.equal(response.status(), 200);
          assert.equal(await tab.locator('html').getAttribute('lang'), lang);
          for (const width of WIDTHS) {
            await tab.setViewportSize({ width, height: 900 });
            assert.deepEqual(await tab.evaluate(overflowing), [], `overflow at ${width} px`);
            assert.deepEqual(await tab.evaluate(clipped), [], `clipped at ${width} px`);
          }
          assert.deepEqual(await tab.evaluate(crowded), [], 'crowded diagrams');
          assert.deepEqual(faults, []);
          await tab.evaluate(axe.source);
          for (const { colorScheme, width } of VIEWS[lang]) {
            await tab.emulateMedia({ colorScheme });
            await tab.setViewportSize({ width, height: 900 });
            assert.deepEqual(await violations(tab), [], `axe, ${colorScheme}, ${width} px`);
          }
        } finally {
          await close();
        }
      });
    }
  });
}

it('an address that leads nowhere gives the 404 page, which leads on', async () => {
  const { tab, faults, close } = await openTab(browser, server);
  const response = await tab.goto(`${server.url}event-types/FINNS/INTE/`);
  assert.equal(response.status(), 404);
  await tab.locator('main a').nth(1).click();
  assert.equal(await tab.locator('h1').innerText(), 'Händelsetyper');
  assert.deepEqual(faults, []);
  await close();
});
