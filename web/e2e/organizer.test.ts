import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, findings, idOf, launch, open, picture, serve, settled } from './harness';

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([serve(true), launch()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function csvOf(page: Page): Promise<string[]> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).press('Enter');
  return readFileSync(await (await download).path(), 'utf8').replace(/^\ufeff/, '').trimEnd().split('\r\n');
}

describe('whom could I ask?', () => {
  it('is answered from the keyboard in a few steps, with the printed line, and the list is saved', async () => {
    await open(browser, server.url, {}, async (page) => {
      await page.getByRole('combobox').focus();
      await page.keyboard.type('fight for');
      await page.keyboard.press('Enter');
      const first = page.locator('article').first();
      await first.locator('q.line').first().waitFor();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Partners for Fight for the Future');
      const name = (await first.getByRole('heading').textContent()) ?? '';
      const line = (await first.locator('q.line').first().textContent()) ?? '';
      expect(await first.locator('.why').textContent()).toMatch(/\d.*letters|Never signed/);

      await first.getByRole('button', { name: `Add to list: ${name}` }).press('Enter');
      expect(await page.locator('#list-title').textContent()).toContain('1 organization');
      const [head, row, ...rest] = await csvOf(page);
      expect(head).toBe('organization,country,reason,letter,date,line as printed,place,link');
      expect(row).toContain(name);
      expect(row).toContain(line);
      expect(rest).toEqual([]);
    });
  });

  it('keeps the list in the link, and the link opens it elsewhere', async () => {
    let link = '';
    let name = '';
    const seed = await idOf(server, 'fight for the future', 'organization');
    await open(browser, `${server.url}/partners?seed=${seed}`, {}, async (page) => {
      await settled(page);
      await page.locator('article').nth(1).getByRole('button', { name: /^Add to list/ }).click();
      name = (await page.locator('article').nth(1).getByRole('heading').textContent()) ?? '';
      link = page.url();
    });
    await open(browser, link, {}, async (page) => {
      await settled(page);
      expect(await page.locator('#list-title').textContent()).toContain('1 organization');
      await page.locator('section:has(#list-title) li', { hasText: name }).waitFor();
      await page.getByRole('button', { name: `Take ${name} off the list` }).click();
      expect(await page.locator('#list-title').textContent()).toContain('0 organizations');
    });
  });

  it('lets one put aside and bring back', async () => {
    const seed = await idOf(server, 'fight for the future', 'organization');
    await open(browser, `${server.url}/partners?seed=${seed}`, {}, async (page) => {
      await settled(page);
      const name = (await page.locator('article').first().getByRole('heading').textContent()) ?? '';
      await page.getByRole('button', { name: `Not for us: ${name}` }).click();
      await page.getByText('is put aside as not for you').waitFor();
      await page.reload();
      await page.getByRole('button', { name: `Undo: bring back ${name}` }).click();
      expect(await page.locator('article').first().getByRole('heading').textContent()).toBe(name);
    });
  });

  it('says how we are connected, in sentences and drawn', async () => {
    const seed = await idOf(server, 'fight for the future', 'organization');
    await open(browser, `${server.url}/partners?seed=${seed}&mode=new`, {}, async (page) => {
      await settled(page);
      const first = page.locator('article').first();
      await first.getByText('How we are connected').click();
      await first.getByRole('img', { name: /^Path: You,/ }).waitFor();
      expect(await first.locator('details li').count()).toBeGreaterThanOrEqual(2);
      expect(await first.locator('.tag').textContent()).toBe('New to you');
    });
  });

  it('narrows by target, year and country, in the address', async () => {
    const seed = await idOf(server, 'fight for the future', 'organization');
    await open(browser, `${server.url}/partners?seed=${seed}`, {}, async (page) => {
      await settled(page);
      await page.getByLabel('Active since').selectOption('2020');
      await page.waitForURL(/since=2020/);
      await settled(page);
      for (const why of await page.locator('.why').allTextContents()) expect(why).toMatch(/202[0-9]/);
      await page.goBack();
      await page.waitForURL((url) => !url.search.includes('since'));
    });
  });

  it('begins with a draft letter too', async () => {
    await open(browser, `${server.url}/partners`, {}, async (page) => {
      const field = page.locator('main').getByRole('combobox').first();
      await field.fill('access now');
      await field.press('Enter');
      await page.getByRole('button', { name: 'Remove Access Now' }).waitFor();
      await page.getByRole('link', { name: 'Find partners' }).click();
      await page.locator('article').first().waitFor();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Partners for Access Now');
    });
  });

  it('never takes a name that is only like the one typed', async () => {
    await open(browser, server.url, {}, async (page) => {
      const field = page.getByRole('combobox');
      await field.fill('Fight for the Pasture');
      await field.press('Enter'); // also while the answers are on their way
      await page.waitForURL(/\/partners\?.*draft=1/);
      expect(new URL(page.url()).searchParams.getAll('seed')).toEqual(['Fight for the Pasture']);
      await page.getByText('not here yet', { exact: true }).waitFor();
      expect(await page.getByRole('button', { name: 'Find partners' }).isDisabled()).toBe(true);

      const signer = page.locator('main').getByRole('combobox').first();
      await signer.fill('Fight for the Pastures');
      const first = page.locator('main [role=option]').first();
      await first.waitFor();
      expect(await first.textContent()).toContain('Not here yet:');
      expect(await first.getAttribute('aria-selected')).toBe('true');
      expect(await findings(page)).toEqual([]);
      await picture(page, 'draft-not-here');
      await signer.press('ArrowDown'); // a weak match needs a choice
      await signer.press('Enter');
      await page.getByRole('button', { name: 'Remove Fight for the Future' }).waitFor();

      await page.getByRole('link', { name: 'Letters', exact: true }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByRole('link', { name: 'Partners', exact: true }).click(); // the draft survives a look at another page
      await page.getByRole('button', { name: 'Remove Fight for the Pasture' }).waitFor();
      await page.getByRole('link', { name: 'Find partners' }).click();
      await page.locator('article').first().waitFor();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Partners for Fight for the Future');
      expect(await page.locator('.notice').textContent()).toContain('“Fight for the Pasture” is not here yet.');
      await page.getByRole('link', { name: 'Change who signs' }).click();
      await page.getByRole('button', { name: 'Remove Fight for the Pasture' }).click();
      await page.waitForURL((url) => url.searchParams.getAll('seed').length === 1);
    });
  });

  it('opens nothing that is only like the name typed in the header', async () => {
    await open(browser, `${server.url}/letters`, {}, async (page) => {
      const field = page.locator('header').getByRole('combobox');
      await field.fill('Figth for the Pasture');
      await page.locator('header').getByRole('option').first().waitFor();
      await field.press('Enter');
      expect(new URL(page.url()).pathname).toBe('/letters');
      await field.press('ArrowDown');
      await field.press('Enter');
      await page.waitForURL((url) => url.pathname !== '/letters');
    });
  });

  it('answers a misspelt name with the nearest', async () => {
    await open(browser, server.url, {}, async (page) => {
      await page.getByRole('combobox').fill('figth for the future');
      await page.getByRole('option', { name: /Fight for the Future/ }).first().waitFor();
    });
  });
});
