import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, findings, idOf, launch, open, picture, serve, settled } from './harness';

let server: Server;
let browser: Browser;
const pages: [name: string, path: () => Promise<string>][] = [
  ['start', () => Promise.resolve('/')],
  ['partners', async () => `/partners?seed=${await idOf(server, 'fight for the future', 'organization')}`],
  ['draft', () => Promise.resolve('/partners')],
  ['map', () => Promise.resolve('/map')],
  ['map-selected', async () => `/map?selected=${await idOf(server, 'it for change', 'organization')}`],
  ['map-two-mode', async () => `/map?two_mode=1&selected=${await idOf(server, 'fight for the future', 'organization')}`],
  ['map-pair', async () => `/map?color=country&selected=${await idOf(server, 'it for change', 'organization')}&second=${await idOf(server, 'fight for the future', 'organization')}`],
  ['figure', () => Promise.resolve('/map?figure=1')],
  ['table', () => Promise.resolve('/table?sort=betweenness')],
  ['organization', async () => `/organization/${await idOf(server, 'center for media justice', 'organization')}`],
  ['cosigners', async () => `/organization/${await idOf(server, 'it for change', 'organization')}?all=1`],
  ['organizations', () => Promise.resolve('/organizations')],
  ['letter', async () => `/letter/${await idOf(server, 'security breaches', 'letter')}`],
  ['letters', () => Promise.resolve('/letters')],
  ['target', async () => `/target/${await idOf(server, 'amazon', 'target')}`],
  ['targets', () => Promise.resolve('/targets')],
  ['about', () => Promise.resolve('/about')],
  ['unknown', () => Promise.resolve('/no-such-page')],
];

beforeAll(async () => {
  [server, browser] = await Promise.all([serve(true), launch()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe('each page, in both themes and on a phone, has nothing that axe-core finds and fits', () => {
  it.each(pages)('%s', async (name, path) => {
    await open(browser, server.url + (await path()), name === 'unknown' ? { expected: /404/ } : {}, async (page) => {
      await settled(page);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.title()).toContain('undersigned');
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme });
        await picture(page, `${name}-${theme}`);
        expect(await findings(page), theme).toEqual([]);
      }
      await page.emulateMedia({ colorScheme: 'light' });
      for (const width of [800, 390]) {
        await page.setViewportSize({ width, height: 844 });
        await settled(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${String(width)} px`).toBeLessThanOrEqual(width);
      }
      await picture(page, `${name}-390`);
      expect(await findings(page), 'phone').toEqual([]);
    });
  });
});

describe('the first page', () => {
  it('needs at most 120 KB of script', async () => {
    let bytes = 0;
    await open(browser, 'about:blank', {}, async (page) => {
      page.on('response', (response) => {
        if (response.request().resourceType() === 'script') void response.body().then((body) => { bytes += gzipSync(body).length; });
      });
      await page.goto(server.url);
      await settled(page);
      await expect.poll(() => bytes).toBeGreaterThan(10_000);
      expect(bytes).toBeLessThanOrEqual(120 * 1024);
    });
  });

  it('keeps the theme that was chosen', async () => {
    await open(browser, server.url, {}, async (page) => {
      const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const light = await ground();
      await page.getByRole('button', { name: 'Dark colors' }).click();
      const dark = await ground();
      expect(dark).not.toBe(light);
      await page.reload();
      await settled(page);
      expect(await ground()).toBe(dark);
    });
  });
});

describe('what can be pressed', () => {
  it('is at least 24 px in both directions, links in text apart', async () => {
    for (const path of ['/', '/map', '/table', `/partners?seed=${await idOf(server, 'fight for the future', 'organization')}`])
      await open(browser, server.url + path, {}, async (page) => {
        await settled(page);
        const small = await page.evaluate(() =>
          [...document.querySelectorAll('button, select, input, summary')].flatMap((element) => {
            const { width, height } = element.getBoundingClientRect();
            return width === 0 || (width >= 24 && height >= 24) || element.closest('label') !== null ? [] : [`${element.outerHTML.slice(0, 100)} ${width.toFixed(1)}x${height.toFixed(1)}`];
          }),
        );
        expect(small).toEqual([]);
      });
  });
});
