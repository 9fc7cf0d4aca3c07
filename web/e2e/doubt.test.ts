import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, ask, findings, launch, open, picture, serve, settled } from './harness';

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([serve(true), launch()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const title = 'Open letter on the lamps of the harbor';
const names = ['Harbor Light Network', 'Salt Marsh Alliance', 'Coastline Riders Union', 'Dune Grass Society'];
function text(claimed: string, ...signers: string[]): string {
  return `${title}\n\n3 March 2024\n\nDear Minister of Transport,\n\nWe, the undersigned ${claimed}organizations, ask you to keep the lamps of the harbor lit all night, as they always were.\n\nSigning organizations:\n\n${signers.join('\n')}\n`;
}
const doubtful = text('36 ', ...names);
const doubts = (page: Page) => page.getByRole('region', { name: 'Doubts' });

/** Every theme has nothing that axe-core finds. */
async function clean(page: Page, name: string): Promise<void> {
  await settled(page);
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await picture(page, `${name}-${theme}`);
    expect(await findings(page)).toEqual([]);
  }
}

async function give(page: Page, content: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name: 'pasted.txt', mimeType: 'text/plain', buffer: Buffer.from(content) });
}

describe('a doubtful letter', () => {
  it('says so before its rows, and on its page until a person confirms it', async () => {
    await open(browser, `${server.url}/add`, { expected: /status of 4/ }, async (page) => {
      await page.locator('#text').fill(doubtful);
      await page.getByRole('button', { name: 'Read this text' }).press('Enter');
      await page.getByRole('tab', { name: /^Signatories/ }).waitFor();
      expect(await doubts(page).locator('li').allTextContents()).toEqual(['36 organizations claimed, 4 found.']);
      const above = (await doubts(page).boundingBox())?.y ?? Infinity;
      expect(above).toBeLessThan((await page.locator('tr[data-row]').first().boundingBox())?.y ?? 0);
      await clean(page, 'add-doubtful');
      await page.locator('#by').fill('Ada');
      await page.getByRole('button', { name: /^Save 4/ }).click();
      await page.getByRole('link', { name: 'Look at the letter' }).click();
      await page.getByRole('heading', { name: /^Who signed/ }).waitFor();

      expect(await doubts(page).locator('li').allTextContents()).toEqual(['36 organizations claimed, 4 found.']);
      await page.getByRole('button', { name: 'Checked, it is right' }).waitFor();
      await clean(page, 'letter-doubtful');
      await page.reload();
      await page.getByRole('button', { name: 'Checked, it is right' }).press('Enter');
      await page.getByText('Ada checked it').waitFor();
      expect(await doubts(page).count()).toBe(0);
      await page.reload();
      await page.getByText('Ada checked it').waitFor();
      await clean(page, 'letter-checked');
      await page.getByRole('button', { name: 'Take that back' }).click();
      await doubts(page).waitFor();

      // Read again: only the text is stored, so the file is asked for; another file is refused, the same one says nothing else.
      await page.getByRole('button', { name: 'Read it again' }).click();
      await page.getByRole('button', { name: 'Choose the file' }).waitFor();
      await give(page, doubtful.replace('lamps', 'lights'));
      await page.getByText('It was not read again.').waitFor();
      await give(page, doubtful);
      await page.getByText('Nothing else.').waitFor();
      await page.getByRole('button', { name: 'Close' }).click();
    });
  });
});

describe('a letter that an older reader read', () => {
  let server: Server;
  beforeAll(async () => { server = await serve(false); });
  afterAll(() => server.stop());

  it('shows the difference, and takes it when a person says so', async () => {
    const content = text('', ...names).replace('lamps', 'piers');
    const sha256 = createHash('sha256').update(content).digest('hex');
    const file = join(server.data, 'older.json');
    const signatory = (as: string, line: number) => ({ as, line, text: as, position: line - 10, document: sha256 });
    writeFileSync(file, JSON.stringify({
      undersigned: 'dataset/1', name: 'older', keep_ids: true,
      letters: [{ id: 'older-letter', title: 'Letter on the piers', kind: 'letter', date: '2024-03-03', documents: [{ id: sha256, name: 'pasted.txt', sha256, medium: 'text', text: content }],
        signatories: [...names.slice(0, 3).map((name, i) => signatory(name, 11 + i)), signatory('Lamp Post', 40)] }],
    }));
    server.run('load', file);
    await expect.poll(async () => (await ask<{ letters: { id: string }[] }>(server, '/letters')).letters.map((letter) => letter.id), { timeout: 20_000 }).toEqual(['older-letter']);
    await open(browser, `${server.url}/letter/older-letter`, { expected: /status of 404/ }, async (page) => {
      await page.getByRole('button', { name: 'Read it again' }).click();
      await page.getByRole('button', { name: 'Choose the file' }).waitFor();
      await give(page, content);
      await page.getByRole('button', { name: 'Take the newer reading' }).waitFor();
      expect(await page.locator('li.plus .doc').allTextContents()).toEqual(['Dune Grass Society']);
      expect(await page.locator('li.minus .doc').allTextContents()).toEqual(['Lamp Post']);
      await clean(page, 'letter-again');
      const before = await ask<{ signatories: unknown[] }>(server, '/letters/older-letter');
      expect(before.signatories.length).toBe(4); // nothing changes unasked
      await page.getByLabel('You are').fill('Ada');
      await page.getByRole('button', { name: 'Take the newer reading' }).click();
      await page.getByText('The newer reading is stored.').waitFor();
      await page.waitForFunction(() => document.querySelector('main')?.textContent?.includes('Dune Grass Society') === true);
      const after = await ask<{ signatories: { name: string }[] }>(server, '/letters/older-letter');
      expect(after.signatories.map((who) => who.name)).toEqual(names);
    });
  });
});
