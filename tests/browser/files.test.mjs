// Every file of the built site, at the root of a host and below a path, without a browser.
import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { LANGS, SITES, fileOf, filesOf, inLanguage, read, readJson } from './site.mjs';

const MOST_BYTES = 50_000;
// A contract is read and printed as a whole, so its page can't be divided.
const MOST_BYTES_OF_DOCUMENT = 80_000;
const MOST_MEAN_BYTES = 25_000;
const TAG = /<([a-z][a-z0-9]*)((?:\s+[^\s=>"']+(?:="[^"]*")?)*)\s*\/?>/gi;
const ATTRIBUTE = /([^\s=>"']+)(?:="([^"]*)")?/g;
const REFERENCES = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for'];

const decoded = (text) => text
  .replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&#39;', "'")
  .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The tags of a page with their attributes, in order. */
function tagsOf(html) {
  return [...html.matchAll(TAG)].map(([, name, attributes]) => {
    const tag = { element: name.toLowerCase() };
    for (const [, key, value] of attributes.matchAll(ATTRIBUTE)) tag[key] = decoded(value ?? '');
    return tag;
  });
}

/** The address of a page, from its file. */
const addressOf = (site, file) => site.base + file.replace(/index\.html$/, '');

/** The first key that stands twice in an object of a JSON text, which JSON.parse keeps quiet about. */
function keyTwice(text) {
  const open = [];
  const tokens = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g;
  for (const [token, colon] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined) {
      const keys = open.at(-1);
      if (keys.has(token)) return token;
      keys.add(token);
    }
  }
  return undefined;
}

for (const site of SITES) {
  const files = new Set(filesOf(site.folder));
  const pages = new Map([...files].filter((file) => file.endsWith('.html')).map((file) => {
    const html = read(site, file);
    const tags = tagsOf(html);
    const ids = tags.map((tag) => tag.id).filter(Boolean);
    return [file, { html, tags, ids: new Set(ids), idList: ids }];
  }));
  const origin = new URL(readJson(site, 'api/v1/index.json').page).origin;

  /** Runs a check on every page and tells of all that fail, not the first. */
  const everyPage = (check) => {
    const wrong = [];
    for (const [file, page] of pages) {
      for (const fault of check(file, page) ?? []) wrong.push(`${file}: ${fault}`);
    }
    assert.deepEqual(wrong.slice(0, 40), [], `${wrong.length} faults`);
  };

  describe(`files, ${site.name}`, () => {
    it('are as many as a whole site has', () => {
      assert.ok(pages.size > 500, `${pages.size} pages`);
    });

    it('have every page in both languages', () => {
      everyPage((file) => {
        const swedish = file.replace(/^en\//, '');
        return LANGS.map((lang) => inLanguage(lang, swedish)).filter((path) => !files.has(path)).map((path) => `lacks ${path}`);
      });
    });

    it('have one h1, a title, a description, the right language, and no id twice', () => {
      everyPage((file, { html, tags, ids, idList }) => {
        const faults = [];
        const count = (name) => tags.filter((tag) => tag.element === name).length;
        if (count('h1') !== 1) faults.push(`${count('h1')} h1`);
        if (!/<title>[^<]{4,}<\/title>/.test(html)) faults.push('no title');
        const text = /<meta name="description" content="([^"]*)">/.exec(html)?.[1] ?? '';
        if (text.length < 10) faults.push(`description "${text}"`);
        const lang = file.startsWith('en/') ? 'en' : 'sv';
        if (tags[0].element !== 'html' || tags[0].lang !== lang) faults.push(`lang ${tags[0].lang}`);
        if (ids.size !== idList.length) faults.push(`ids twice: ${idList.filter((id, at) => idList.indexOf(id) !== at)}`);
        return faults;
      });
    });

    it('have a canonical address and the same page in each language', () => {
      everyPage((file, { tags }) => {
        const faults = [];
        const links = tags.filter((tag) => tag.element === 'link');
        const canonical = links.filter((tag) => tag.rel === 'canonical').map((tag) => tag.href);
        const alternates = Object.fromEntries(links.filter((tag) => tag.hreflang).map((tag) => [tag.hreflang, tag.href]));
        const swedish = file.replace(/^en\//, '');
        if (swedish === '404.html') {
          // It stands in for any address, so it is nobody's canonical page.
          if (canonical.length > 0 || Object.keys(alternates).length > 0) faults.push('a 404 page has no address of its own');
          return faults;
        }
        const wanted = origin + addressOf(site, file);
        if (canonical.length !== 1 || canonical[0] !== wanted) faults.push(`canonical ${canonical}, not ${wanted}`);
        for (const lang of LANGS) {
          const url = origin + addressOf(site, inLanguage(lang, swedish));
          if (alternates[lang] !== url) faults.push(`alternate ${lang} is ${alternates[lang]}, not ${url}`);
        }
        return faults;
      });
    });

    it('have a language switch to the same page', () => {
      everyPage((file, { tags }) => {
        const swedish = file.replace(/^en\//, '');
        if (swedish === '404.html') return [];
        const switches = tags.filter((tag) => tag.element === 'a' && tag.hreflang);
        return LANGS.filter((lang) => !switches.some((tag) => tag.hreflang === lang
          && tag.href === addressOf(site, inLanguage(lang, swedish)))).map((lang) => `no switch to ${lang}`);
      });
    });

    it('weigh little', () => {
      let sum = 0;
      everyPage((file, { html }) => {
        const bytes = Buffer.byteLength(html);
        sum += bytes;
        const most = /^(en\/)?(agreements|templates)\//.test(file) ? MOST_BYTES_OF_DOCUMENT : MOST_BYTES;
        return bytes > most ? [`${bytes} bytes`] : [];
      });
      assert.ok(sum / pages.size <= MOST_MEAN_BYTES, `${sum / pages.size} bytes a page`);
    });

    it('hold no inline style, script or handler, and load nothing from another host', () => {
      everyPage((file, { tags }) => tags.flatMap((tag) => {
        const faults = Object.keys(tag).filter((key) => key === 'style' || /^on/.test(key)).map((key) => `${tag.element} ${key}`);
        if (tag.element === 'style' || (tag.element === 'script' && !tag.src)) faults.push(`inline ${tag.element}`);
        const loaded = tag.src ?? (tag.element === 'link' && !['canonical', 'alternate'].includes(tag.rel) ? tag.href : undefined);
        if (loaded && !loaded.startsWith(site.base)) faults.push(`loads ${loaded}`);
        return faults;
      }));
    });

    it('name only ids that exist', () => {
      everyPage((file, { tags, ids }) => tags.flatMap((tag) => REFERENCES
        .filter((key) => tag[key])
        .flatMap((key) => tag[key].split(/\s+/).filter((id) => !ids.has(id)).map((id) => `${key} ${id}`))));
    });

    /** What is wrong with an address that stands on a page or in a JSON file. */
    const linkFault = (href, here) => {
      const url = new URL(href, origin + here);
      if (url.origin !== origin) return ['https:', 'http:', 'mailto:'].includes(url.protocol) ? undefined : 'scheme';
      const file = fileOf(site, url.pathname, files);
      if (!file) return 'no such file';
      const id = decodeURIComponent(url.hash.slice(1));
      if (id && !pages.get(file)?.ids.has(id)) return 'no such place';
      return undefined;
    };

    it('link only to pages, files and places that exist', () => {
      let links = 0;
      everyPage((file, { tags }) => tags
        .flatMap((tag) => [tag.href, tag.src].filter((href) => href !== undefined))
        .flatMap((href) => {
          links += 1;
          const fault = href === '' ? 'empty' : linkFault(href, addressOf(site, file));
          return fault ? [`${href}: ${fault}`] : [];
        }));
      assert.ok(links > 10_000, `${links} links`);
    });

    it('hold JSON whose links exist', () => {
      const wrong = [];
      let links = 0;
      const walk = (value, file, key) => {
        if (typeof value === 'string') {
          const internal = value.startsWith(site.base) || value.startsWith(`${origin}/`);
          if (!internal || !['json', 'schema', 'page', 'comparison', '$id'].includes(key) && !/^\/.*\.json$/.test(value)) return;
          links += 1;
          const fault = linkFault(value, site.base + file);
          if (fault) wrong.push(`${file}: ${key} ${value}: ${fault}`);
        } else if (value && typeof value === 'object') {
          // What a catalogue entry describes is not ours to follow.
          if (key === 'event' || key === 'properties') return;
          for (const [name, inner] of Object.entries(value)) walk(inner, file, Array.isArray(value) ? key : name);
        }
      };
      for (const file of files) if (file.endsWith('.json')) walk(readJson(site, file), file, '');
      assert.deepEqual(wrong.slice(0, 40), [], `${wrong.length} faults`);
      assert.ok(links > 1000, `${links} links`);
    });

    it('name no key twice in an object', () => {
      const wrong = [];
      for (const file of files) {
        if (file.endsWith('.json') && keyTwice(read(site, file))) wrong.push(`${file}: ${keyTwice(read(site, file))}`);
      }
      assert.deepEqual(wrong.slice(0, 20), [], `${wrong.length} files`);
    });

    it('say on every page that the catalogue is an example', () => {
      const { notice } = readJson(site, 'api/v1/index.json');
      everyPage((file, { html }) => (html.includes(file.startsWith('en/') ? notice.en.slice(0, 30) : notice.sv.slice(0, 30)) ? [] : ['no notice']));
    });
  });
}
