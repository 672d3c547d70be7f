// The built example site: where it lies, its files, and a server that hands it out
// as the strictest host would.
import { createServer } from 'node:http';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

export const LANGS = ['sv', 'en'];

// The same site twice: at the root of its host, and below a path.
export const SITES = [
  { name: 'root', folder: process.env.KATALOG_SITE, base: '/' },
  { name: 'below', folder: process.env.KATALOG_SITE_BELOW, base: '/katalog/' },
];
for (const { folder } of SITES) {
  if (!folder) {
    console.error('KATALOG_SITE and KATALOG_SITE_BELOW must name built sites: use tests/run');
    process.exit(2);
  }
}
export const ROOT = SITES[0];

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xml': 'application/atom+xml; charset=utf-8',
  '.yaml': 'application/yaml; charset=utf-8',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

// The page's own policy again as a header, where it also can forbid frames.
const POLICY = [
  "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' data:",
  "connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
].join('; ');

/** Every file of a folder, with / between names. */
export function filesOf(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => relative(folder, path).split(sep).join('/'))
    .sort();
}

export const read = (site, path) => readFileSync(join(site.folder, path), 'utf8');
export const readJson = (site, path) => JSON.parse(read(site, path));

/** The file that an address below the base path leads to, or none. */
export function fileOf(site, pathname, files) {
  const path = decodeURIComponent(pathname);
  if (!path.startsWith(site.base)) return undefined;
  const below = path.slice(site.base.length);
  const file = below === '' || below.endsWith('/') ? `${below}index.html` : below;
  return files.has(file) ? file : undefined;
}

/** Serves a built site; its `url` is that of the start page. */
export async function serve(site) {
  const files = new Set(filesOf(site.folder));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const found = fileOf(site, pathname, files);
    const file = found ?? '404.html';
    response.writeHead(found ? 200 : 404, {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Content-Security-Policy': POLICY,
      'X-Content-Type-Options': 'nosniff',
    });
    response.end(readFileSync(join(site.folder, file)));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    url: origin + site.base,
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}

/** One page of every kind, by its address below the language's root. */
export function kinds() {
  const events = filesOf(ROOT.folder)
    .filter((path) => /^api\/v1\/event-types\/[^/]+\.json$/.test(path))
    .map((path) => readJson(ROOT, path));
  const address = (event, version) =>
    `event-types/${event.id.replaceAll('.', '/')}/${version ? `${version.version}/` : ''}`;
  const current = (event) => event.versions.find((v) => v.version === event.current);
  const find = (what, test) => {
    const found = events.find(test);
    if (!found) throw new Error(`the example catalogue has no ${what}`);
    return found;
  };
  const withStatus = (status) => find(`event type that is ${status}`, (e) => current(e).status === status);
  const depth = (attributes = []) =>
    Math.max(0, ...attributes.map((a) => {
      let inner = a;
      while (inner.items) inner = inner.items;
      return 1 + depth(inner.attributes);
    }));
  const deepest = events.reduce((a, b) => (depth(current(b).attributes) > depth(current(a).attributes) ? b : a));
  if (depth(current(deepest).attributes) < 2) throw new Error('no event type has nested attributes');
  const superseded = find('superseded version', (e) => e.versions.length > 2 && current(e).status === 'published');
  /** The comparison of a newest version that is larger by one step with the one before. */
  const comparison = (step, status) => {
    const parts = (version) => version.version.split(/[.-]/).map(Number);
    const grown = ([a, b], [c, d]) => (a !== c ? 'major' : b !== d ? 'minor' : 'patch');
    const event = find(`${status} ${step} version`, ({ versions: [newer, older] }) =>
      older && newer.status === status && grown(parts(newer), parts(older)) === step);
    const [newer, older] = event.versions;
    return `${address(event)}compare/${older.version}/${newer.version}/`;
  };
  const first = (table) => Object.values(readJson(ROOT, `api/v1/${table}.json`)).find(Array.isArray)[0].id;
  return [
    { kind: 'start', path: '' },
    { kind: 'event types', path: 'event-types/' },
    { kind: 'event types, page 2', path: 'event-types/page/2/' },
    { kind: 'producers', path: 'producers/' },
    { kind: 'producer', path: 'producers/REFKOM/' },
    { kind: 'process', path: 'producers/REFKOM/BYGGLOV/' },
    { kind: 'process, largest diagram', path: largestProcess() },
    { kind: 'event type', path: 'event-types/REFKOM/BYGGLOV/KOMPLETTERING_BEGARD/' },
    { kind: 'event type, nested attributes', path: address(deepest) },
    { kind: 'event type, draft', path: address(withStatus('draft')) },
    { kind: 'event type, deprecated', path: address(withStatus('deprecated')) },
    { kind: 'event type, retired', path: address(withStatus('retired')) },
    { kind: 'version', path: address(superseded, superseded.versions[0]) },
    { kind: 'version, superseded', path: address(superseded, superseded.versions.at(-1)) },
    { kind: 'comparison that breaks', path: comparison('major', 'published') },
    { kind: 'comparison that breaks nothing', path: comparison('minor', 'published') },
    { kind: 'comparison with a draft', path: comparison('major', 'draft') },
    { kind: 'choice of comparison', path: `${address(superseded)}compare/` },
    { kind: 'changes', path: 'changes/' },
    { kind: 'changes, page 2', path: 'changes/page/2/' },
    { kind: 'categories', path: 'categories/' },
    { kind: 'category', path: `categories/${first('categories')}/` },
    { kind: 'authorizations', path: 'authorizations/' },
    { kind: 'authorization', path: `authorizations/${first('authorizations')}/` },
    { kind: 'areas', path: 'areas/' },
    { kind: 'area', path: 'areas/START_RESTAURANT/' },
    { kind: 'area, with many parts', path: 'areas/CLOSE_RELATIVE_DIES/' },
    { kind: 'consumers', path: 'consumers/' },
    { kind: 'consumer', path: `consumers/${first('consumers')}/` },
    { kind: 'templates', path: 'templates/' },
    { kind: 'template', path: 'templates/BYGGLOV/' },
    { kind: 'process, adopted', path: 'producers/EKBACKA/BYGGLOV/' },
    { kind: 'event type, adopted', path: 'event-types/EKBACKA/BYGGLOV/BESLUT/' },
    { kind: 'concepts', path: 'concepts/' },
    { kind: 'concept', path: 'concepts/kundhandelse/' },
    { kind: 'concept diagrams', path: 'concepts/diagram/' },
    { kind: 'concept model in one diagram', path: 'concepts/diagram/all/' },
    { kind: 'guide', path: 'guide/' },
    { kind: 'guide, earlier version', path: 'guide/1.0/' },
    { kind: 'chapter with diagrams', path: 'guide/overview/' },
    { kind: 'chapter with attributes', path: 'guide/attributes/' },
    { kind: 'chapter, earlier version', path: 'guide/1.0/naming/' },
    { kind: 'consumer, private, being tested', path: 'consumers/FORENINGSRUMMET/' },
    { kind: 'register', path: 'register/' },
    { kind: 'requirements', path: 'register/requirements/' },
    { kind: 'figures', path: 'figures/' },
    { kind: 'roadmap', path: 'roadmap/' },
    { kind: 'agreements', path: 'agreements/' },
    { kind: 'agreement', path: 'agreements/producer/' },
    { kind: 'agreement, earlier version', path: 'agreements/producer/1.0/' },
    { kind: 'form', path: 'agreements/power-of-attorney/' },
    { kind: 'code lists', path: 'codelists/' },
    { kind: 'code list', path: `codelists/${first('codelists')}/` },
    { kind: 'policy', path: 'policy/' },
    { kind: 'codes', path: 'codes/' },
    { kind: 'code', path: 'codes/K0301/' },
    { kind: 'rule about changes', path: 'codes/attribute-removed/' },
    { kind: 'about', path: 'about/' },
    { kind: 'accessibility', path: 'accessibility/' },
    { kind: 'not found', path: '404.html' },
  ];
}

/** The address of the process with the most lines in its diagram. */
function largestProcess() {
  const lines = (process) => process.transitions.reduce((sum, step) => sum + Math.max(1, step.from.length), 0);
  const { processes } = readJson(ROOT, 'api/v1/processes.json');
  const largest = processes.reduce((a, b) => (lines(b) > lines(a) ? b : a));
  return `producers/${largest.id.replace('.', '/')}/`;
}

/** The address of a page in a language, below the base path. */
export const inLanguage = (lang, path) => (lang === LANGS[0] ? path : `${lang}/${path}`);
