import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, ask, findings, idOf, launch, open, picture, serve, settled } from './harness';

interface Network {
  organizations: { id: string[]; name: string[] };
}

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([serve(true), launch()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const panel = (page: Page): ReturnType<Page['locator']> => page.getByRole('complementary', { name: 'Selection' });

/** Moves the pointer over the map until it is on an organization. */
async function point(page: Page): Promise<{ x: number; y: number; name: string }> {
  const box = await page.locator('.canvas').boundingBox();
  if (box === null) throw new Error('no map');
  for (let y = box.y + box.height * 0.3; y < box.y + box.height * 0.8; y += 7)
    for (let x = box.x + box.width * 0.3; x < box.x + box.width * 0.6; x += 7) {
      await page.mouse.move(x, y);
      const name = await page.evaluate(() => document.querySelector('.tip b')?.textContent ?? null);
      if (name !== null) return { x, y, name };
    }
  throw new Error('no organization under the pointer anywhere');
}

describe('the live map', () => {
  it('is drawn with WebGL and answers the pointer: tip, then panel with quoted lines', async () => {
    await open(browser, `${server.url}/map`, {}, async (page) => {
      await settled(page);
      const { x, y, name } = await point(page);
      await page.mouse.click(x, y);
      await page.waitForURL(/selected=/);
      expect(await panel(page).getByRole('heading', { level: 2 }).textContent()).toBe(name);
      await panel(page).locator('q.line').first().waitFor();
      await panel(page).getByRole('tab', { name: /Co-signers/ }).click();
      await page.waitForURL(/tab=cosigners/);
      await page.goBack();
      expect(new URL(page.url()).search).toBe('');
    });
  });

  it('answers the keyboard as one stop with a sentence on each step', async () => {
    await open(browser, `${server.url}/map`, {}, async (page) => {
      await settled(page);
      const map = page.getByRole('application');
      const told = page.locator('.map p[aria-live].vh');
      await map.focus();
      await page.keyboard.press('n');
      expect(await told.textContent()).toMatch(/^Fight for the Future, 12 letters\. 1 of 384\. Enter opens it\.$/);
      await page.keyboard.press('Enter');
      await panel(page).locator('q.line').first().waitFor();
      expect(await panel(page).getByRole('heading', { level: 2 }).textContent()).toBe('Fight for the Future');
      await page.keyboard.press('n');
      expect(await told.textContent()).toMatch(/letters?, \d+ with Fight for the Future\. 1 of \d+\./);
      await page.keyboard.press('Shift+Enter');
      await page.waitForURL(/second=/);
      await panel(page).getByText('Both signed').waitFor();
      await page.keyboard.press('Escape');
      await page.waitForURL((url) => !url.search.includes('second'));
      await page.keyboard.press('Escape');
      await page.waitForURL((url) => !url.search.includes('selected'));
      for (const key of ['ArrowLeft', 'ArrowUp', '+', '+', '-']) await page.keyboard.press(key);
      await page.waitForURL(/at=/);
      await page.keyboard.press('0');
      await page.waitForURL((url) => !url.search.includes('at='));
    });
  });

  it('shows the same view after a reload, and everything in the address', async () => {
    const id = await idOf(server, 'it for change', 'organization');
    await open(browser, `${server.url}/map?min_letters=3&from=2015&to=2021&min_shared=2&size=strength&selected=${id}&tab=targets&at=0.5,0.5,0.5`, {}, async (page) => {
      await settled(page);
      await panel(page).getByRole('tabpanel').locator('li').first().waitFor();
      const seen = async (): Promise<string[]> => [page.url(), (await page.locator('.say p').textContent()) ?? '', (await panel(page).textContent()) ?? ''];
      const before = await seen();
      expect(before[1]).toMatch(/at least 3 of/);
      await page.reload();
      await settled(page);
      await panel(page).getByRole('tabpanel').locator('li').first().waitFor();
      expect(await seen()).toEqual(before);
    });
  });

  it('filters by slider, year, target and cluster', async () => {
    await open(browser, `${server.url}/map`, {}, async (page) => {
      await settled(page);
      const statement = page.locator('.say p');
      const before = await statement.textContent();
      await page.getByLabel('Letters signed').press('ArrowRight');
      await page.waitForURL(/min_letters=3/);
      await settled(page);
      expect(await statement.textContent()).not.toBe(before);
      await page.getByLabel('First year').press('ArrowRight');
      await page.waitForURL(/from=2013/);
      await page.getByTitle('Show only cluster 1', { exact: true }).click();
      await page.waitForURL(/cluster=1/);
      await settled(page);
      await page.getByRole('button', { name: 'Back to the whole network' }).click();
      await page.waitForURL((url) => url.search === '');
      await settled(page);
      expect(await statement.textContent()).toBe(before);
    });
  });

  it('shows letters on the two-mode map, and a letter in the panel', async () => {
    const letter = await idOf(server, 'security breaches', 'letter');
    await open(browser, `${server.url}/map`, {}, async (page) => {
      await settled(page);
      await page.getByRole('button', { name: 'With letters' }).click();
      await page.waitForURL(/two_mode=1/);
      expect(await page.locator('.say p').textContent()).toMatch(/24 letters \(squares\)/);
      await page.goto(`${server.url}/map?two_mode=1&selected=${letter}`);
      await panel(page).getByText(/signers are in this view/).waitFor();
    });
  });

  it('goes to the table and back with the same view, by key', async () => {
    await open(browser, `${server.url}/map?min_letters=4`, {}, async (page) => {
      await settled(page);
      await page.keyboard.press('t');
      await page.waitForURL(/\/table\?min_letters=4$/);
      await page.keyboard.press('m');
      await page.waitForURL(/\/map\?min_letters=4$/);
      await page.keyboard.press('/');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
      await page.keyboard.press('Escape');
      await page.locator('main').focus();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('Escape');
    });
  });
});

describe('the table', () => {
  it.each(['', '?min_letters=3', '?from=2019&to=2020', '?cluster=2'])('has the rows of the map, in its order: %s', async (query) => {
    const network = await ask<Network>(server, `/network${query}`);
    await open(browser, `${server.url}/table${query}`, {}, async (page) => {
      await settled(page);
      const ids: string[] = [];
      for (;;) {
        ids.push(...(await page.locator('tbody tr[data-id]').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['id'] ?? ''))));
        const next = page.getByRole('button', { name: 'Next 100' });
        if ((await next.count()) === 0 || (await next.isDisabled())) break;
        await next.click();
      }
      expect(ids).toEqual(network.organizations.id);
    });
  });

  it('sorts by each column, in the address, and links to the lines', async () => {
    await open(browser, `${server.url}/table`, {}, async (page) => {
      await settled(page);
      await page.getByRole('columnheader', { name: 'Organization' }).getByRole('button').click();
      await page.waitForURL(/sort=name/);
      const names = await page.locator('td.name').allTextContents();
      expect(names).toEqual([...names].sort(new Intl.Collator('en', { sensitivity: 'base', numeric: true }).compare));
      await page.getByRole('columnheader', { name: 'Organization' }).getByRole('button').click();
      await page.waitForURL(/up=1/);
      expect(await page.getByRole('columnheader', { name: 'Organization' }).getAttribute('aria-sort')).toBe('descending');
      await page.locator('td.name a').first().click();
      await page.waitForURL(/\/organization\//);
      await page.locator('q.line').first().waitFor();
    });
  });
});

describe('without WebGL', () => {
  it('the server’s drawing stands in, with links, and the table under it', async () => {
    const plain = await launch({ webgl: false });
    try {
      await open(plain, `${server.url}/map`, {}, async (page) => {
        await page.waitForSelector('[data-still] svg');
        await settled(page);
        await picture(page, 'map-still');
        expect(await page.locator('tbody tr[data-id]').count()).toBe(100);
        expect(await findings(page)).toEqual([]);
        const link = page.locator('[data-still] a').first();
        expect(await link.getAttribute('href')).toMatch(/^\/(organization|map)/);
        await link.dispatchEvent('click');
        await page.waitForURL((url) => url.pathname.startsWith('/organization/') || url.search !== '');
      });
    } finally {
      await plain.close();
    }
  });
});
