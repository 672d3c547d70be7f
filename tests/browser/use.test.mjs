// What a reader does: copies, filters, switches language, goes by keyboard, reads without scripts, prints.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { launch, openTab } from './chromium.mjs';
import { LANGS, ROOT, SITES, inLanguage, kinds, readJson, serve } from './site.mjs';

const EVENT_TYPE = 'event-types/REFKOM/BYGGLOV/KOMPLETTERING_BEGARD/';
const EVENT_JSON = 'api/v1/event-types/REFKOM.BYGGLOV.KOMPLETTERING_BEGARD.json';
const WORDS = {
  sv: { copied: 'Kopierat', skip: 'Hoppa till innehållet', index: 'Händelsetyper' },
  en: { copied: 'Copied', skip: 'Skip to content', index: 'Event types' },
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

/** Opens a page, lets a test use it, and asks that nothing went wrong on the way. */
async function on(path, use, options = {}) {
  const { tab, faults, close } = await openTab(browser, server, options);
  try {
    await tab.goto(server.url + path);
    await use(tab);
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
}

describe('state diagrams', () => {
  it('lead from an event to its event type, and say as much as the table', () => on('producers/REFKOM/BYGGLOV/', async (tab) => {
    const read = (what) => tab.locator(what).evaluateAll((all) => [...new Set(all.map((a) => a.getAttribute('href')))].sort());
    assert.deepEqual(await read('#states svg .lb a'), await read('#states table a'));
    await tab.locator('#states svg .lb a').first().click();
    assert.equal(await tab.locator('#course .here').count(), 1);
  }));

  it('are gone through by keyboard', () => on('producers/REFKOM/BYGGLOV/', async (tab) => {
    await tab.locator('#states .scroll').focus();
    await tab.keyboard.press('Tab');
    const inside = await tab.evaluate(() => document.activeElement.closest('#states svg .lb a') !== null);
    assert.ok(inside, 'the first event of the diagram has the focus');
  }));
});

describe('copy buttons', () => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  for (const lang of LANGS) {
    it(`copy exactly the example and say so, ${lang}`, () => on(inLanguage(lang, EVENT_TYPE), async (tab) => {
      const figure = tab.locator('#examples figure').first();
      await figure.getByRole('button').click();
      await tab.locator('#live', { hasText: WORDS[lang].copied }).waitFor({ state: 'attached' });
      const copied = await tab.evaluate(() => navigator.clipboard.readText());
      assert.equal(copied, await figure.locator('pre').evaluate((pre) => pre.textContent));
      const event = readJson(ROOT, EVENT_JSON);
      const version = event.versions.find((v) => v.version === event.current);
      assert.equal(copied.trimEnd(), JSON.stringify(version.examples[0].event, null, 2));
    }, { permissions }));
  }

  it('copy the id without the places where it may break', () => on(EVENT_TYPE, async (tab) => {
    await tab.locator('.idl').getByRole('button').click();
    await tab.locator('#live', { hasText: 'Kopierat' }).waitFor({ state: 'attached' });
    assert.equal(await tab.evaluate(() => navigator.clipboard.readText()), 'REFKOM.BYGGLOV.KOMPLETTERING_BEGARD');
  }, { permissions }));

  it('copy questions that can be sent', () => on(EVENT_TYPE, async (tab) => {
    await tab.locator('#question figure').first().getByRole('button').click();
    await tab.locator('#live', { hasText: 'Kopierat' }).waitFor({ state: 'attached' });
    const question = JSON.parse(await tab.evaluate(() => navigator.clipboard.readText()));
    assert.deepEqual(question.fraga.kundhandelseTyper, ['REFKOM.BYGGLOV.KOMPLETTERING_BEGARD']);
  }, { permissions }));

  it('say so when the browser refuses', () => on(EVENT_TYPE, async (tab) => {
    await tab.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); });
    await tab.locator('.idl').getByRole('button').click();
    await tab.locator('#live', { hasText: 'Det gick inte att kopiera' }).waitFor({ state: 'attached' });
  }));
});

describe('terms', () => {
  const shown = (term) => term.evaluate((a) => {
    const tip = getComputedStyle(a, '::after');
    return tip.content === 'none' ? null : tip.content.slice(1, -1);
  });

  it('show their definition when pointed at or in focus, without scripts', () => on('guide/overview/', async (tab) => {
    const term = tab.locator('main a.tm').first();
    const definition = await term.getAttribute('data-def');
    assert.ok(definition.length > 20);
    assert.equal(await shown(term), null);
    await term.hover();
    assert.equal(await shown(term), definition);
    await tab.mouse.move(0, 0);
    assert.equal(await shown(term), null);
    await tab.keyboard.press('Tab');
    for (let i = 0; i < 200 && !(await term.evaluate((a) => a === document.activeElement)); i += 1) await tab.keyboard.press('Tab');
    assert.equal(await shown(term), definition);
  }, { javaScriptEnabled: false }));

  it('say the same as the page that they lead to', () => on('guide/overview/', async (tab) => {
    const term = tab.locator('main a.tm').first();
    const definition = await term.getAttribute('data-def');
    await term.click();
    assert.equal((await tab.locator('.def').textContent()).trim(), definition);
    const used = await tab.locator('#uses a').evaluateAll((links) => links.map((a) => new URL(a.href).pathname));
    assert.ok(used.includes('/guide/overview/'));
  }));

  it('let go of the definition at Escape, until they are left', () => on('guide/overview/', async (tab) => {
    const term = tab.locator('main a.tm').first();
    await term.hover();
    assert.notEqual(await shown(term), null);
    await tab.keyboard.press('Escape');
    assert.equal(await shown(term), null);
    await tab.mouse.move(0, 0);
    await term.hover();
    assert.notEqual(await shown(term), null);
  }));

  it('keep the definition within the page on a phone', () => on('guide/overview/', async (tab) => {
    for (const term of await tab.locator('main a.tm').all()) {
      await term.hover();
      const over = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `${await term.textContent()}: ${over}`);
    }
  }, { viewport: { width: 360, height: 700 } }));
});

describe('the menu', () => {
  it('leads to everything below the page on a phone', () => on('guide/overview/', async (tab) => {
    assert.equal(await tab.locator('.nav').isVisible(), false);
    await tab.getByRole('link', { name: 'Meny' }).click();
    await tab.waitForFunction(() => {
      const foot = document.getElementById('sitemap').getBoundingClientRect();
      return foot.top < innerHeight && foot.bottom > 0;
    });
    assert.ok(await tab.locator('.foot').getByRole('link', { name: 'Tjänstebeskrivning' }).isVisible());
  }, { viewport: { width: 390, height: 844 } }));
});

describe('an earlier version of a document', () => {
  for (const lang of LANGS) {
    it(`leads to the one in use, ${lang}`, () => on(inLanguage(lang, 'guide/1.0/naming/'), async (tab) => {
      await tab.locator('.b-superseded').getByRole('link').click();
      assert.equal(new URL(tab.url()).pathname, `/${inLanguage(lang, 'guide/naming/')}`);
      assert.equal(await tab.locator('.b-superseded').count(), 0);
    }));
  }
});

describe('the language switch', () => {
  // files.test.mjs reads the switch of every page; here it is clicked.
  const SWITCHED = ['start', 'event types, page 2', 'version, superseded', 'concept'];

  for (const site of SITES) {
    it(`leads to the same page and back, ${site.name}`, async () => {
      const own = await serve(site);
      const { tab, faults, close } = await openTab(browser, own);
      try {
        for (const { kind, path } of kinds().filter(({ kind: k }) => SWITCHED.includes(k))) {
          await tab.goto(own.url + path);
          await tab.locator('.langs a[hreflang=en]').click();
          await tab.waitForURL(own.url + inLanguage('en', path));
          assert.equal(await tab.locator('html').getAttribute('lang'), 'en', kind);
          await tab.locator('.langs a[hreflang=sv]').click();
          await tab.waitForURL(own.url + path);
        }
        assert.deepEqual(faults, []);
      } finally {
        await close();
        await own.close();
      }
    });
  }
});

describe('the keyboard', () => {
  /** What has the focus, and whether one sees it. */
  const focused = (tab) => tab.evaluate(() => {
    const e = document.activeElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(e);
    const box = e.getBoundingClientRect();
    return {
      text: e.textContent.trim(),
      button: e.tagName === 'BUTTON',
      nav: Boolean(e.closest('.nav, .menu')),
      seen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && box.width > 0 && box.bottom > 0 && box.top < innerHeight,
    };
  });

  for (const lang of LANGS) {
    it(`skips to the content, ${lang}`, () => on(inLanguage(lang, EVENT_TYPE), async (tab) => {
      await tab.keyboard.press('Tab');
      const skip = await focused(tab);
      assert.equal(skip.text, WORDS[lang].skip);
      assert.ok(skip.seen);
      await tab.keyboard.press('Enter');
      assert.equal(await tab.evaluate(() => document.activeElement.id), 'main');
      await tab.keyboard.press('Tab');
      assert.ok(await tab.evaluate(() => Boolean(document.activeElement.closest('main'))));
    }));
  }

  // On a phone one link leads to the menu, which stands below the page.
  for (const [name, viewport, links] of [['desk', { width: 1440, height: 900 }, 7], ['phone', { width: 390, height: 844 }, 1]]) {
    it(`reaches the menu and the copy buttons, always seen, ${name}`, () => on(EVENT_TYPE, async (tab) => {
      const seen = [];
      for (let step = 0; step < 120; step += 1) {
        await tab.keyboard.press('Tab');
        const focus = await focused(tab);
        assert.ok(focus.seen, `focus is not seen on "${focus.text}"`);
        seen.push(focus);
        if (focus.button && seen.filter((f) => f.button).length === 2) break;
      }
      assert.equal(seen.filter((f) => f.nav).length, links);
      const buttons = seen.filter((f) => f.button);
      assert.equal(buttons.length, 2, 'the id and the first example');
      await tab.keyboard.press('Enter');
      await tab.locator('#live', { hasText: 'Kopierat' }).waitFor({ state: 'attached' });
    }, { viewport, permissions: ['clipboard-read', 'clipboard-write'] }));
  }

  it('scrolls wide tables', () => on('authorizations/', async (tab) => {
    const region = tab.getByRole('region', { name: 'Vem får läsa' });
    await region.focus();
    await tab.keyboard.press('ArrowRight');
    await tab.waitForFunction(() => document.activeElement.scrollLeft > 0);
  }, { viewport: { width: 390, height: 844 } }));
});

describe('without scripts', () => {
  for (const { kind, path } of kinds()) {
    it(`${kind} says the same`, async () => {
      const text = () => {
        document.querySelectorAll('main button, #filter').forEach((e) => e.remove());
        return document.querySelector('main').innerText;
      };
      let scripted;
      await on(path, async (tab) => { scripted = await tab.evaluate(text); });
      await on(path, async (tab) => {
        assert.equal(await tab.locator('main button').count(), 0, 'buttons that do nothing');
        assert.equal(await tab.evaluate(text), scripted);
      }, { javaScriptEnabled: false });
    });
  }

  it('the id and the example can be marked, and the menu works', () => on(EVENT_TYPE, async (tab) => {
    for (const place of ['.id', '#examples pre']) {
      const marked = await tab.locator(place).first().evaluate((e) => {
        getSelection().selectAllChildren(e);
        return { text: getSelection().toString(), select: getComputedStyle(e).userSelect, whole: e.textContent };
      });
      assert.notEqual(marked.select, 'none');
      assert.equal(marked.text.trim(), marked.whole.trim());
    }
    await tab.locator('.nav a').first().click();
    assert.equal(await tab.locator('h1').innerText(), 'Händelsetyper');
    assert.ok(await tab.locator('#filter').isHidden());
    await tab.locator('.rows .r a').first().click();
    assert.ok(await tab.locator('#examples pre').first().isVisible());
  }, { javaScriptEnabled: false }));
});

describe('the filter', () => {
  it('shows what contains every word, hides empty groups, and tells how many', () => on('event-types/', async (tab) => {
    const shown = tab.locator('.rows .r:visible');
    const all = await shown.count();
    await tab.locator('#f').fill('komplettering begärd');
    const some = await shown.count();
    assert.ok(some > 0 && some < all);
    for (const text of await tab.locator('.grp:visible').allInnerTexts()) assert.match(text.toLowerCase(), /komplettering/);
    await tab.locator('#live', { hasText: `${some} av ${all}` }).waitFor({ state: 'attached' });
    await tab.locator('#f').fill('finns inte alls');
    assert.equal(await shown.count(), 0);
    assert.equal(await tab.locator('.grp:visible').count(), 0);
    await tab.locator('#f').fill('');
    assert.equal(await shown.count(), all);
  }));
});

describe('on paper', () => {
  // A4 with the browser's usual margins.
  const viewport = { width: 718, height: 1000 };
  for (const { kind, path } of kinds().filter(({ kind: k }) => /^(event type|process|authorizations)/.test(k))) {
    it(`${kind} is whole`, () => on(path, async (tab) => {
      const scroll = (e) => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1;
      await tab.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const faults = await tab.evaluate((source) => {
        const hidden = new Function(`return ${source}`)();
        const faulty = [];
        for (const e of document.querySelectorAll('main, main *')) {
          const style = getComputedStyle(e);
          const name = `${e.tagName.toLowerCase()}.${e.className}`;
          const head = e.closest('thead');
          if (style.display === 'none' || e.closest('.vh') || (head && getComputedStyle(head).position === 'absolute')) continue;
          if (style.overflow !== 'visible' && style.display !== 'inline' && hidden(e)) faulty.push(`clipped: ${name}`);
          if (/^T[HD]$/.test(e.tagName) && e.scrollWidth > e.clientWidth + 1) faulty.push(`spills into its neighbour: ${name}`);
          if (e.getBoundingClientRect().right > innerWidth + 1) faulty.push(`outside: ${name}`);
          if (['sticky', 'fixed'].includes(style.position)) faulty.push(`${style.position}: ${name}`);
        }
        return faulty;
      }, scroll.toString());
      assert.deepEqual(faults, []);
      // Dark text on white, whatever the screen prefers.
      assert.equal(await tab.evaluate(() => getComputedStyle(document.documentElement).backgroundColor), 'rgb(255, 255, 255)');
      assert.equal(await tab.locator('.cp:visible').count(), 0);
    }, { viewport }));
  }
});
