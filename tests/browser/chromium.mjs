// Chromium, started the same way for every test.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const CANDIDATES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].filter(Boolean);

export async function launch() {
  const executablePath = CANDIDATES.find((path) => existsSync(path));
  if (!executablePath) throw new Error(`no Chromium at ${CANDIDATES.join(', ')}`);
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
    ],
  });
}

/** Opens a tab that notes what no page may do: complain, or ask another host for something. */
export async function openTab(browser, server, options = {}) {
  // Without smooth scrolling, what has the focus is in sight at once.
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', ...options });
  const tab = await context.newPage();
  const faults = [];
  tab.on('console', (message) => {
    // A page that isn't there is told of by the browser itself.
    const expected = message.text().includes('404') && message.location().url === tab.url();
    if (['error', 'warning'].includes(message.type()) && !expected) faults.push(`console: ${message.text()}`);
  });
  tab.on('pageerror', (error) => faults.push(`script: ${error}`));
  tab.on('requestfailed', (request) => {
    // A reader who leaves a page stops what it still was loading.
    const why = request.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()}: ${why}`);
  });
  tab.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(server.origin) && !url.startsWith('data:')) faults.push(`other host: ${url}`);
  });
  return { tab, faults, close: () => context.close() };
}
