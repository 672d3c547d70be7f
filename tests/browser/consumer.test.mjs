// The sandbox's consumer page, in a running sandbox: KATALOG_SANDBOX is its address, and
// KATALOG_SANDBOX_FAULTY that of one in which Skatteverket (SKV) doesn't answer.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { launch, openTab } from './chromium.mjs';

const WHOLE = process.env.KATALOG_SANDBOX;
const FAULTY = process.env.KATALOG_SANDBOX_FAULTY;
for (const [name, address] of Object.entries({ KATALOG_SANDBOX: WHOLE, KATALOG_SANDBOX_FAULTY: FAULTY })) {
  if (!address) {
    console.error(`${name} must be the address of a running sandbox: use tests/run`);
    process.exit(2);
  }
}

const origin = (address) => new URL(address).origin;
const at = (path, address = WHOLE) => origin(address) + path;

// Whom to be: which cases there are differs between catalogues, seeds and days.
const count = (text, what) => text.split(what).length - 1;

async function page(path, address) {
  const response = await fetch(at(path, address));
  assert.equal(response.status, 200, path);
  return response.text();
}

const start = await page('/');
const persons = await Promise.all([...start.matchAll(/<h3><a href="\/mina\/([A-Z0-9_]+)\/"/g)].map(async ([, id]) => {
  const [html, faulty] = [await page(`/mina/${id}/`), await page(`/mina/${id}/`, FAULTY)];
  const others = [...html.matchAll(/href="[^"]*\?for=([A-Z0-9_]+)"/g)].map((it) => it[1]).filter((it) => it !== id);
  return { id, html, faulty, others, cases: count(html, 'class="case"') };
}));

function choose(what, test) {
  const found = persons.filter(test).sort((a, b) => b.cases - a.cases)[0];
  if (!found) throw new Error(`no test person ${what}: nothing to try the page with`);
  return found;
}

const BUSY = choose('has something to do', (it) => it.html.includes('class="todos"')).id;
const ACTING = choose('has cases and may read for another', (it) => it.others.length > 0 && it.html.includes('dig själv'));
const PERSON = ACTING.id;
const COMPANY = ACTING.others[0];
const AT_SKV = choose('has cases at Skatteverket and elsewhere', (it) => it.faulty.includes('class="alarm"') && it.faulty.includes('class="case"')).id;
const WITHOUT = choose('is without cases', (it) => it.html.includes('Du har inga händelser.')).id;

// The numbers of the test persons, which no page may show whole.
const customers = join(import.meta.dirname, '..', '..', 'catalogue', 'sandbox', 'customers');
const NUMBERS = readdirSync(customers)
  .map((file) => readFileSync(join(customers, file), 'utf8').match(/kind: (?:personal|coordination), value: "(\d{12})"/)?.[1])
  .filter(Boolean);

const PAGES = [
  { name: 'start', path: '/' },
  { name: 'start, in English', path: '/en/' },
  { name: 'overview', path: `/mina/${PERSON}/` },
  { name: 'overview with something to do', path: `/mina/${BUSY}/` },
  { name: 'overview, in English', path: `/en/mina/${BUSY}/` },
  { name: 'overview of a company', path: `/mina/${PERSON}/?for=${COMPANY}` },
  { name: 'areas', path: `/mina/${PERSON}/?view=areas` },
  { name: 'filters', path: `/mina/${PERSON}/?category=DECIDED&unfinished=1` },
  { name: 'wrong filters', path: `/mina/${PERSON}/?from=2026-13-40&to=x&producer=NIX` },
  { name: 'no cases', path: `/mina/${WITHOUT}/` },
  { name: 'no right', path: `/mina/${WITHOUT}/?for=${COMPANY}` },
  { name: 'not found', path: '/mina/NOBODY/', status: 404 },
  { name: 'partial', path: `/mina/${AT_SKV}/`, origin: FAULTY },
  { name: 'partial, in English', path: `/en/mina/${AT_SKV}/`, origin: FAULTY },
  { name: 'partial, areas', path: `/mina/${AT_SKV}/?view=areas`, origin: FAULTY },
];

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Opens a page, lets it be used, and then holds it to what no page may do. */
async function on(path, options, use) {
  const { address = WHOLE, ...context } = options;
  const { tab, faults, close } = await openTab(browser, { origin: origin(address) }, context);
  try {
    const response = await tab.goto(at(path, address));
    await use(tab, response);
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
}

const openAll = (tab) => tab.evaluate(() => {
  for (const details of document.querySelectorAll('details')) details.open = true;
});

for (const { name, path, origin: address, status = 200 } of PAGES) {
  describe(name, () => {
    for (const [colorScheme, width] of [['light', 1440], ['dark', 390]]) {
      it(`has no faults of accessibility, ${colorScheme}, ${width} px`, () => on(path, {
        address, colorScheme, viewport: { width, height: 900 },
      }, async (tab, response) => {
        assert.equal(response.status(), status);
        await openAll(tab);
        // Not by a script element: the page's policy lets none through.
        await tab.evaluate(axe.source);
        const { violations } = await tab.evaluate(() => window.axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        }));
        assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`), []);
      }));
    }

    it('fits 320 px, with everything opened', () => on(path, {
      address, viewport: { width: 320, height: 640 },
    }, async (tab) => {
      await openAll(tab);
      assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth) <= 320);
    }));

    it('says that it is a sandbox, and shows no number of a person', () => on(path, { address }, async (tab) => {
      await openAll(tab);
      assert.match(await tab.locator('aside.notice').innerText(), /sandlåda|sandbox/);
      const html = (await tab.content()).replaceAll('-', '');
      assert.ok(NUMBERS.length > 10);
      for (const number of NUMBERS) assert.ok(!html.includes(number.slice(2)), number);
    }));

    it('has no script of its own and reads the same without', () => on(path, {
      address, javaScriptEnabled: false,
    }, async (tab) => {
      assert.equal(await tab.locator('script').count(), 0);
      assert.equal(await tab.locator('main h1').count(), 1);
    }));
  });
}

describe('by keyboard', () => {
  it('reaches the content first, and everything with a visible focus', () => on(`/mina/${PERSON}/`, {}, async (tab) => {
    await tab.keyboard.press('Tab');
    assert.equal(await tab.evaluate(() => document.activeElement.className), 'skip');
    await tab.keyboard.press('Enter');
    assert.equal(await tab.evaluate(() => document.activeElement.id), 'main');
    for (let n = 0; n < 12; n += 1) {
      await tab.keyboard.press('Tab');
      const outline = await tab.evaluate(() => {
        const style = getComputedStyle(document.activeElement);
        return `${style.outlineStyle} ${style.outlineWidth}`;
      });
      assert.equal(outline, 'solid 3px', await tab.evaluate(() => document.activeElement.outerHTML));
    }
  }));

  it('opens and closes the filters', () => on(`/mina/${PERSON}/`, {}, async (tab) => {
    await tab.locator('.narrow > summary').focus();
    await tab.keyboard.press('Enter');
    assert.ok(await tab.locator('#f-producer').isVisible());
    await tab.keyboard.press('Enter');
    assert.ok(!(await tab.locator('#f-producer').isVisible()));
  }));
});

describe('to be reached', () => {
  it('has targets of at least 24 px, or room around them', () => on(`/mina/${PERSON}/`, {
    viewport: { width: 390, height: 900 },
  }, async (tab) => {
    await openAll(tab);
    const small = await tab.evaluate(() => [...document.querySelectorAll('a, button, summary, input, select')]
      .filter((e) => !e.classList.contains('skip') && e.getClientRects().length > 0)
      .map((e) => ({ html: e.outerHTML.slice(0, 120), height: e.getBoundingClientRect().height }))
      .filter((e) => e.height < 24));
    assert.deepEqual(small, []);
  }));
});

describe('choosing a person', () => {
  it('leads to its cases and back', () => on('/', {}, async (tab) => {
    await tab.locator(`.persons h3 a[href="/mina/${PERSON}/"]`).click();
    assert.equal(new URL(tab.url()).pathname, `/mina/${PERSON}/`);
    assert.ok(await tab.locator('.case').count() > 0);
    await tab.locator('.who a').click();
    assert.equal(new URL(tab.url()).pathname, '/');
  }));

  it('shows all cases together unless one customer is chosen', () => on(`/mina/${PERSON}/`, {}, async (tab) => {
    const all = await tab.locator('.case').count();
    await tab.locator(`.tabs a[href$="for=${COMPANY}"]`).click();
    const company = await tab.locator('.case').count();
    assert.ok(company > 0 && company < all, `${company} of ${all}`);
    assert.equal(await tab.locator('.tabs [aria-current]').count(), 1);
  }));

  it('tells when there is nothing', () => on(`/mina/${WITHOUT}/`, {}, async (tab) => {
    assert.match(await tab.locator('main').innerText(), /Du har inga händelser\./);
    assert.equal(await tab.locator('.alarm').count(), 0);
  }));

  it('asks nothing that may not be read', () => on(`/mina/${WITHOUT}/?for=${COMPANY}`, {}, async (tab) => {
    assert.match(await tab.locator('.alarm').innerText(), /Du får inte läsa det här/);
    assert.equal(await tab.locator('.case').count(), 0);
  }));
});

describe('cases', () => {
  it('lead from what needs doing to the case', () => on(`/mina/${BUSY}/`, {}, async (tab) => {
    const link = tab.locator('.todos .go a').first();
    const place = new URL(await link.evaluate((e) => e.href)).hash;
    await link.click();
    assert.ok(await tab.locator(place).isVisible());
    assert.match(await tab.locator(`${place} .state`).innerText(), /Väntar på/);
  }));

  it('come with their last days in order', () => on(`/mina/${BUSY}/`, {}, async (tab) => {
    const days = await tab.locator('.todos time').evaluateAll((all) => all.map((e) => e.dateTime));
    assert.deepEqual(days, [...days].sort());
  }));

  it('have their events with the newest first', () => on(`/mina/${PERSON}/`, {}, async (tab) => {
    const cases = await tab.locator('.case').evaluateAll((all) => all
      .map((e) => [...e.querySelectorAll('.tl time')].map((time) => Date.parse(time.dateTime))));
    assert.ok(cases.some((times) => times.length > 1), 'no case has two events');
    for (const times of cases) assert.deepEqual(times, [...times].sort((a, b) => b - a));
  }));

  it('by area show the steps and what has happened in each', () => on(`/mina/${PERSON}/?view=areas`, {}, async (tab) => {
    assert.ok(await tab.locator('.area').count() > 0);
    assert.ok(await tab.locator('.area .step').count() > 2);
    assert.ok(await tab.locator('.area .case').count() > 0);
  }));
});

describe('filters', () => {
  it('are told in words, and cleared', () => on(`/mina/${BUSY}/`, {}, async (tab) => {
    const all = await tab.locator('.case').count();
    const todo = await tab.locator('.todos h3').allTextContents();
    await tab.locator('.narrow > summary').click();
    await tab.locator('#f-category').selectOption('DECIDED');
    await tab.locator('#f-from').fill('2000-01-01');
    await tab.locator('#f-unfinished').check();
    await tab.locator('.narrow button').click();
    assert.equal(new URL(tab.url()).searchParams.get('category'), 'DECIDED');
    assert.match(await tab.locator('.in-force').innerText(), /kategorin Beslutat, med en händelse från och med 1 januari 2000, som inte är avslutade\./);
    assert.ok(await tab.locator('.case').count() <= all);
    assert.deepEqual(await tab.locator('.todos h3').allTextContents(), todo, 'what needs doing stays');
    await tab.locator('.in-force a').click();
    assert.equal(await tab.locator('.case').count(), all);
    assert.equal(await tab.locator('.in-force').count(), 0);
  }));

  it('by producer ask that producer only', () => on(`/mina/${AT_SKV}/`, {}, async (tab) => {
    await tab.locator('.narrow > summary').click();
    await tab.locator('#f-producer').selectOption('SKV');
    await tab.locator('.narrow button').click();
    const producers = await tab.locator('.case .meta > span:first-child').allInnerTexts();
    assert.ok(producers.length > 0);
    for (const producer of producers) assert.match(producer, /^Skatteverket/);
    assert.match(await tab.locator('.todo').innerText(), /Det kan finnas mer att göra hos andra\./);
  }));

  it('keep whose cases they are', () => on(`/mina/${PERSON}/?for=${COMPANY}`, {}, async (tab) => {
    await tab.locator('.narrow > summary').click();
    await tab.locator('#f-unfinished').check();
    await tab.locator('.narrow button').click();
    assert.equal(new URL(tab.url()).searchParams.get('for'), COMPANY);
  }));

  it('tell by the field what is wrong, and show the rest', () => on(`/mina/${PERSON}/?from=2026-09-30&to=2026-09-01`, {}, async (tab) => {
    assert.match(await tab.locator('#e-to').innerText(), /före den första/);
    assert.equal(await tab.locator('#f-to').getAttribute('aria-describedby'), 'e-to');
    assert.ok(await tab.locator('.case').count() > 0);
  }));
});

describe('language', () => {
  it('changes without losing the view', () => on(`/mina/${PERSON}/?for=${COMPANY}&from=2000-01-01`, {}, async (tab) => {
    const cases = await tab.locator('.case').count();
    await tab.locator('.langs a[lang=en]').click();
    const { pathname, search } = new URL(tab.url());
    assert.equal(pathname + search, `/en/mina/${PERSON}/?for=${COMPANY}&from=2000-01-01`);
    assert.equal(await tab.locator('html').getAttribute('lang'), 'en');
    assert.equal(await tab.locator('.case').count(), cases);
    // The producers' words are in Swedish still, and say so.
    assert.ok(await tab.locator('.hl[lang=sv]').count() > 0);
  }));
});

describe('links', () => {
  for (const path of ['/', '/en/', `/mina/${PERSON}/`, `/en/mina/${PERSON}/?view=areas`]) {
    it(`of ${path} all lead somewhere`, () => on(path, {}, async (tab) => {
      const links = await tab.locator('a[href]').evaluateAll((all) => all.map((e) => e.href.split('#')[0]));
      const own = [...new Set(links)].filter((link) => link.startsWith(at('/')));
      assert.ok(own.some((link) => link.includes('/katalog/')));
      for (const link of own) {
        const response = await tab.request.get(link);
        assert.equal(response.status(), 200, link);
      }
    }));
  }
});

describe('when a producer does not answer', () => {
  it('tells so before all else, in words', () => on(`/mina/${AT_SKV}/`, { address: FAULTY }, async (tab) => {
    const told = await tab.locator('.alarm').innerText();
    assert.match(told, /Vi kunde inte hämta från Skatteverket.* just nu\./);
    assert.ok(await tab.locator('.case').count() > 0, 'the others’ cases are shown');
    const after = await tab.evaluate(() => {
      const alarm = document.querySelector('.alarm');
      return [...document.querySelectorAll('.todo, .case, .narrow')]
        .every((e) => alarm.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING);
    });
    assert.ok(after, 'something comes before what is missing');
    assert.ok(!(await tab.locator('main').innerText()).includes('Du har inga händelser'));
  }));

  it('lets one try again', () => on(`/mina/${AT_SKV}/?unfinished=1`, { address: FAULTY }, async (tab) => {
    const before = tab.url();
    await tab.locator('.alarm .again').click();
    assert.equal(tab.url(), before);
  }));

  it('shows no empty list when only that producer is asked', () => on(`/mina/${AT_SKV}/?producer=SKV`, { address: FAULTY }, async (tab) => {
    assert.match(await tab.locator('.alarm').innerText(), /Vi kunde inte hämta dina händelser just nu\./);
    assert.equal(await tab.locator('.case, .todo').count(), 0);
  }));

  it('does not claim how far a step has come', () => on(`/en/mina/${AT_SKV}/?view=areas`, { address: FAULTY }, async (tab) => {
    assert.ok(await tab.locator('.step .s-unknown').count() > 0);
  }));
});

describe('on paper', () => {
  it('has everything opened and nothing that only leads on', () => on(`/mina/${PERSON}/`, {}, async (tab) => {
    await tab.emulateMedia({ media: 'print' });
    for (const what of ['.tabs', '.views', '.narrow', '.go', '.foot']) {
      assert.ok(!(await tab.locator(what).first().isVisible()), what);
    }
    assert.ok(await tab.locator('details.case .tl').first().isVisible());
  }));
});
