import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, ask, findings, launch, open, picture, serve, settled } from './harness';

const fixtures = resolve(import.meta.dirname, '..', '..', 'internal', 'letter', 'testdata');
let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([serve(true), launch()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Presses Tab until the focus is on what the selector names: what a person without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Tab does not reach ${selector}`);
}

async function chooseFile(page: Page, file: string): Promise<void> {
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  const chooser = page.waitForEvent('filechooser');
  await tabTo(page, '.drop button');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(file);
  await page.getByRole('tab', { name: /^Signatories/ }).waitFor();
}

/** Types the person's name, saves, and goes to the letter, all by keys. */
async function saveByKeys(page: Page): Promise<void> {
  await tabTo(page, '#by');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Saved' }).waitFor();
  await tabTo(page, 'a.btn.main');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /^Who signed/ }).waitFor();
  await settled(page);
}

const rows = async (page: Page): Promise<string[]> => page.locator('[data-row] .name').evaluateAll((cells) => cells.map((cell) => cell.firstChild?.textContent?.trim() ?? ''));
const signers = async (page: Page): Promise<string[]> => page.locator('q.line').allTextContents();

const title = 'Open letter on the night trains of the coast';
function letter(...names: string[]): string {
  return `${title}\n\n3 March 2024\n\nDear Minister of Transport,\n\nWe ask you to keep the night trains along the coast, which carry people who have no other way to travel home.\n\nSincerely,\n\n${names.join('\n')}\n`;
}

describe('add a letter, by keyboard alone', () => {
  it('pasted: joins, leaves out, settles, undoes, and saves once', async () => {
    await open(browser, `${server.url}/add`, {}, async (page) => {
      await page.getByLabel('The letter, or only its list of signatories').waitFor();
      await tabTo(page, '#text');
      await page.keyboard.insertText(letter('Access Now', 'Fight for the Future', 'Harbor Light Network', 'Salt Marsh Alliance', 'Coastline Riders Union', 'Printed in two hundred copies Ltd'));
      await tabTo(page, 'form button');
      await page.keyboard.press('Enter');
      await page.getByRole('tab', { name: /^Signatories/ }).waitFor();
      expect((await rows(page)).slice(0, 5)).toEqual(['Access Now', 'Fight for the Future', 'Harbor Light Network', 'Salt Marsh Alliance', 'Coastline Riders Union']);
      expect(await page.locator('[data-row="0"] .match a').getAttribute('href')).toMatch(/^\/organization\/access-now/);
      expect(await page.locator('[data-row="2"] .match').textContent()).toBe('new organization');
      expect(await page.locator('.sheet li.found').count()).toBeGreaterThanOrEqual(5);

      await page.keyboard.press('Home'); // its keys work at once
      for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
      await page.waitForFunction(() => document.activeElement?.getAttribute('data-row') === '3');
      expect(await page.locator('.sheet li.now').textContent()).toContain('Salt Marsh Alliance');
      await page.keyboard.press('j');
      expect(await rows(page)).toContain('Harbor Light Network Salt Marsh Alliance');
      await page.keyboard.press('u');
      expect(await rows(page)).not.toContain('Harbor Light Network Salt Marsh Alliance');

      await page.keyboard.press('End');
      await page.keyboard.press('x');
      await page.locator('tr.gone').waitFor();
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('e');
      await page.locator('#row-name').waitFor();
      await page.keyboard.type('Harbour Light Network');
      await page.keyboard.press('Enter');
      expect(await rows(page)).toContain('Harbour Light Network');

      await page.reload(); // nothing is lost
      await page.locator('tr.gone').waitFor();
      await page.goto(`${server.url}/add`); // nor by going away
      await page.getByText('Not saved yet:').waitFor();
      await tabTo(page, '.left a');
      await page.keyboard.press('Enter');
      await page.locator('tr.gone').waitFor();
      expect(await rows(page)).toContain('Harbour Light Network');
      await saveByKeys(page);
      expect(await signers(page)).toEqual(expect.arrayContaining(['Access Now', 'Fight for the Future', 'Harbor Light Network', 'Salt Marsh Alliance', 'Coastline Riders Union']));
      expect(await page.textContent('main')).toContain('left out by');
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title);
    });
  });

  it('has its keys at once, and again after a click beside everything', async () => {
    await open(browser, `${server.url}/add`, {}, async (page) => {
      await page.locator('#text').fill(letter('Access Now', 'Harbor Light Network', 'Salt Marsh Alliance'));
      await page.getByRole('button', { name: 'Read this text' }).click();
      await page.getByRole('tab', { name: /^Signatories/ }).waitFor();
      await page.waitForFunction(() => document.activeElement?.matches('tr[data-row]') === true);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('x');
      expect(await page.locator('tr.gone').getAttribute('data-row')).toBe('1');
      await page.locator('.head .line').click({ position: { x: 2, y: 2 } });
      expect(await page.evaluate(() => document.activeElement?.matches('body, #main'))).toBe(true);
      await page.keyboard.press('u');
      await page.waitForFunction(() => document.querySelector('tr.gone') === null);
      await page.keyboard.press('ArrowDown');
      await page.waitForFunction(() => document.activeElement?.getAttribute('data-row') === '2');
      await page.reload(); // and where the draft is opened by its address
      await page.waitForFunction(() => document.activeElement?.matches('tr[data-row]') === true);
      await page.getByRole('tab', { name: 'The letter' }).click();
      await page.locator('#title').waitFor();
      await page.locator('.head .line').click({ position: { x: 2, y: 2 } });
      await page.keyboard.press('x'); // no row is in sight: nothing happens
      await page.getByRole('tab', { name: /^Signatories/ }).click();
      expect(await page.locator('tr.gone').count()).toBe(0);
    });
  });

  it('a longer version of it: the difference is shown, and the person decides', async () => {
    await open(browser, `${server.url}/add`, {}, async (page) => {
      await page.locator('#text').fill(letter('Access Now', 'Fight for the Future', 'Harbor Light Network', 'Coastline Riders Union', 'Ferry Workers of the North', 'Dune Grass Society', 'Lantern Street Association'));
      await page.getByRole('button', { name: 'Read this text' }).press('Enter');
      const tab = page.getByRole('tab', { name: /^Compare/ });
      await tab.press('Enter');
      await page.locator('.sum').waitFor();
      const sum = (await page.locator('.sum').textContent()) ?? '';
      expect(sum).toMatch(/^[34] the same, [01] unsure, 3 new, 1 gone/);
      await picture(page, 'add-diff');
      expect(await findings(page)).toEqual([]);
      await page.getByRole('radio', { name: 'A version of it' }).press('Space');
      await saveByKeys(page);
      expect(await page.textContent('main')).toContain('Versions and reports');
      expect(await signers(page)).toEqual(expect.arrayContaining(['Dune Grass Society', 'Salt Marsh Alliance']));
      const letters = await ask<{ letters: { title: string }[] }>(server, `/letters?q=${encodeURIComponent('night trains')}`);
      expect(letters.letters.map((other) => other.title)).toEqual([title]);
    });
  });

  it('a pasted text keeps the address that is given with it, or that stands in its first line', async () => {
    const save = async (page: Page): Promise<string | null> => {
      await page.getByRole('button', { name: 'Read this text' }).press('Enter');
      await page.getByRole('tab', { name: 'The letter' }).click();
      const shown = await page.locator('#source').inputValue();
      await page.locator('#by').fill('Ada');
      await page.locator('#by').press('Enter');
      await page.getByRole('link', { name: 'Look at the letter' }).click();
      await page.getByRole('heading', { name: /^Documents/ }).waitFor();
      await settled(page);
      const kept = await page.locator('section:has(#documents) .name a').getAttribute('href');
      expect(kept).toBe(shown);
      return kept;
    };
    await open(browser, `${server.url}/add`, {}, async (page) => {
      await page.locator('#text').fill(letter('Mill Pond Trust', 'Reed Bed Society', 'Heron Street Union').replaceAll('night trains', 'slow trains'));
      await page.locator('#text-published').fill('https://harbor.example/letters/slow-trains?part=1');
      expect(await save(page)).toBe('https://harbor.example/letters/slow-trains?part=1');
      await page.goto(`${server.url}/add`);
      await page.locator('#text').fill(`https://harbor.example/letters/fast-trains\n\n${letter('Mill Pond Trust', 'Reed Bed Society', 'Gravel Road Union').replaceAll('night trains', 'fast trains')}`);
      expect(await save(page)).toBe('https://harbor.example/letters/fast-trains');
    });
  });

  it('a PDF: its pages are drawn, and a box stands around each line that counts', async () => {
    await open(browser, `${server.url}/add`, {}, async (page) => {
      await chooseFile(page, resolve(fixtures, 'pdf-two-columns', 'input.pdf'));
      const found = await rows(page);
      expect(found.length).toBeGreaterThan(10);
      await page.waitForFunction(() => document.querySelectorAll('.sheet rect').length > 10);
      expect(await page.locator('.sheet rect').count()).toBeGreaterThanOrEqual(found.length);
      const address = (await page.locator('.sheet image').first().getAttribute('href')) ?? '';
      const drawn = await page.evaluate(async (url) => {
        const response = await fetch(url);
        const bitmap = await createImageBitmap(await response.blob());
        return { type: response.headers.get('content-type'), width: bitmap.width };
      }, address);
      expect(drawn.type).toBe('image/png');
      expect(drawn.width).toBeGreaterThan(600);
      await page.keyboard.press('End'); // its keys work at once after upload
      await page.waitForFunction((last) => document.querySelector('.sheet rect.now')?.getAttribute('data-key') === String(last), found.length - 1);
      await settled(page);
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme });
        await picture(page, `add-pdf-${theme}`);
        expect(await findings(page)).toEqual([]);
      }
      await saveByKeys(page);
      expect(await signers(page)).toEqual(expect.arrayContaining(found.slice(0, 3)));
    });
  });

  it('a Word document', async () => {
    await open(browser, `${server.url}/add`, {}, async (page) => {
      await chooseFile(page, resolve(fixtures, 'office-table-docx', 'input.docx'));
      const found = await rows(page);
      expect(found.length).toBeGreaterThan(3);
      await tabTo(page, '#tab-rows');
      await page.keyboard.press('ArrowRight');
      await tabTo(page, '#date');
      await page.keyboard.press('Control+A');
      await page.keyboard.type('31.2.2024');
      await page.keyboard.press('Tab');
      await page.getByText('Write 2021, 2021-05 or 2021-05-06.').waitFor();
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Control+A');
      await page.keyboard.type('2024-02-29');
      await saveByKeys(page);
      expect(await page.textContent('main')).toContain('29 February 2024');
      expect((await signers(page)).length).toBeGreaterThan(3);
    });
  });
});

describe('what cannot be read', () => {
  it('says what to do, and the page goes on', async () => {
    await open(browser, `${server.url}/add`, { expected: /status of 4/ }, async (page) => {
      await page.locator('input[type=file]').setInputFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer: readFileSync(resolve(fixtures, 'pdf-scanned', 'input.pdf')) });
      const alert = page.getByRole('alert');
      await alert.waitFor();
      expect(await alert.textContent()).toMatch(/no text/i);
      await page.locator('input[type=file]').setInputFiles({ name: 'broken.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nnothing follows') });
      await page.waitForFunction(() => /broken\.pdf/i.test(document.querySelector('[role=alert]')?.textContent ?? ''));
      await page.locator('#text').fill(letter('Access Now', 'Brass Band Federation', 'Kite Flyers Association'));
      await page.getByRole('button', { name: 'Read this text' }).press('Enter');
      await page.getByRole('tab', { name: /^Signatories/ }).waitFor();
    });
  });
});

describe('the page itself', () => {
  it('has nothing that axe-core finds, and fits a phone', async () => {
    await open(browser, `${server.url}/add`, {}, async (page) => {
      await page.getByRole('button', { name: 'Choose a file' }).waitFor();
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme });
        await picture(page, `add-${theme}`);
        expect(await findings(page)).toEqual([]);
      }
      await page.setViewportSize({ width: 390, height: 800 });
      await page.locator('#text').fill(letter('Access Now', 'Brass Band Federation', 'Kite Flyers Association'));
      await page.getByRole('button', { name: 'Read this text' }).press('Enter');
      await page.getByRole('tab', { name: /^Signatories/ }).waitFor();
      await picture(page, 'add-390');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      expect(await findings(page)).toEqual([]);
    });
  });
});

describe('who may add letters', () => {
  it('is whoever knows the token, where the server has one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'undersigned-token-'));
    const file = join(folder, 'token');
    writeFileSync(file, 'correct-horse-battery-staple\n', { mode: 0o600 });
    const guarded = await serve(false, '--token-file', file);
    try {
      await open(browser, `${guarded.url}/add`, { expected: /status of 401/ }, async (page) => {
        const field = page.getByLabel('This server’s token');
        await field.fill('a wrong token that is long');
        await field.press('Enter');
        await page.locator('#text').fill(letter('Access Now', 'Brass Band Federation', 'Kite Flyers Association'));
        await page.getByRole('button', { name: 'Read this text' }).press('Enter');
        await page.getByText('This is not the token.').waitFor();
        expect(await findings(page)).toEqual([]);
        await field.fill('correct-horse-battery-staple');
        await field.press('Enter'); // the text is still there
        await page.getByRole('button', { name: 'Read this text' }).press('Enter');
        await page.getByRole('tab', { name: /^Signatories/ }).waitFor();
        await saveByKeys(page);
      });
    } finally {
      await guarded.stop();
      rmSync(folder, { recursive: true });
    }
  });

  it('is nobody where the server is read-only, and the page says so', async () => {
    const quiet = await serve(true, '--read-only');
    try {
      await open(browser, `${quiet.url}/add`, {}, async (page) => {
        await page.getByText('Letters cannot be added here.').waitFor();
        expect(await page.textContent('main')).toContain('--read-only');
        expect(await page.locator('input[type=file]').count()).toBe(0);
      });
    } finally {
      await quiet.stop();
    }
  });
});

describe('a table that does not say which letter was signed', () => {
  it('asks, and is read by the answer', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'undersigned-table-'));
    const file = join(folder, 'signed.csv');
    writeFileSync(file, 'organization,topic,date\nSalt Marsh Alliance,Keep the pool,2019-03-04\nPier Friends,Keep the pool,2019-03-04\nSalt Marsh Alliance,Keep the ferry,2020-05-06\n');
    try {
      await open(browser, `${server.url}/add`, {}, async (page) => {
        await page.getByRole('button', { name: 'Choose a file' }).waitFor();
        const chooser = page.waitForEvent('filechooser');
        await page.getByRole('button', { name: 'Choose a file' }).click();
        await (await chooser).setFiles(file);
        await page.getByRole('heading', { name: /^Before .signed\.csv. can be read/ }).waitFor();
        expect(await page.getByText('No column is named letter').textContent()).toContain('“topic”'.slice(1, -1));
        expect(await page.getByRole('radio').count()).toBe(3);
        expect(await page.getByRole('button', { name: 'Read it so' }).isDisabled()).toBe(true);
        expect(await findings(page)).toEqual([]);
        await page.getByRole('radio', { name: /topic/ }).check();
        await page.getByRole('button', { name: 'Read it so' }).click();
        await page.getByRole('radio', { name: /^Keep the pool/ }).check();
        await page.getByRole('button', { name: 'Read it so' }).click();
        await page.getByRole('tab', { name: /^Signatories/ }).waitFor();
        expect(await rows(page)).toEqual(['Salt Marsh Alliance', 'Pier Friends']);
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
