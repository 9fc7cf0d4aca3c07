import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, findings, launch, open, picture, serve, settled } from './harness';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

describe('an empty store', () => {
  it('says how to begin, then offers the letters that were loaded meanwhile', async () => {
    const server = await serve(false);
    const folder = mkdtempSync(join(tmpdir(), 'undersigned-letters-'));
    try {
      await open(browser, server.url, {}, async (page) => {
        await page.getByRole('heading', { name: 'No letters yet' }).waitFor();
        expect(await findings(page)).toEqual([]);
        await picture(page, 'empty');

        const edges = join(folder, 'edges.csv');
        writeFileSync(edges, 'organization,letter,date,target\nAlder Group,L1,2020-01-02,Northern Council\nBirch Union,L1,2020-01-02,Northern Council\nAlder Group,L2,2021,Northern Council\nCedar Trust,L2,2021,Northern Council\n');
        server.run('load', '--edges', edges);
        // Coming back to the page is one of the moments at which it looks for newer data.
        await page.waitForFunction(() => {
          document.dispatchEvent(new Event('visibilitychange'));
          return document.body.textContent.includes('were added since you opened this page');
        }, undefined, { polling: 300 });
        expect(await page.getByText('Two letters were added since you opened this page.').count()).toBe(1);
        expect(await page.getByRole('heading', { name: 'No letters yet' }).count()).toBe(1);
        await page.getByRole('button', { name: 'Show the new data' }).click();
        await page.getByRole('heading', { name: /Whom could you ask/ }).waitFor();
        await page.goto(`${server.url}/map`);
        await settled(page);
        expect(await page.locator('.say p').textContent()).toContain('3 organizations');
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
      await server.stop();
    }
  });
});

describe('what goes wrong', () => {
  let server: Server;
  beforeAll(async () => {
    server = await serve(true);
  });
  afterAll(async () => {
    await server.stop();
  });

  it('an unknown organization is said so, with a way on', async () => {
    await open(browser, `${server.url}/organization/nobody`, { expected: /404/ }, async (page) => {
      await page.getByRole('heading', { name: 'Not in these data' }).waitFor();
      expect(await findings(page)).toEqual([]);
    });
  });

  it('a failed request says what to do and can be tried again', async () => {
    await open(browser, 'about:blank', { expected: /Failed to load/ }, async (page) => {
      let broken = true;
      await page.route('**/api/v1/letters*', (route) => (broken ? route.abort() : route.continue()));
      await page.goto(`${server.url}/letters`);
      await page.getByRole('alert').getByText('See that undersigned is still running').waitFor();
      broken = false;
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.locator('tbody tr').first().waitFor();
    });
  });

  it('slow work can be cancelled', async () => {
    await open(browser, 'about:blank', {}, async (page) => {
      let release: () => void = () => undefined;
      const held = new Promise<void>((done) => { release = done; });
      await page.route('**/api/v1/network*', async (route) => {
        await held;
        await route.abort().catch(() => undefined);
      });
      await page.goto(`${server.url}/table`);
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByText('You stopped it.').waitFor();
      release();
    });
  });

  it('filters that leave nobody can be taken back', async () => {
    await open(browser, `${server.url}/map?min_letters=500`, {}, async (page) => {
      await page.getByRole('button', { name: 'Show the whole network' }).click();
      await settled(page);
      expect(page.url()).toBe(`${server.url}/map`);
    });
  });
});

describe('files', () => {
  let server: Server;
  beforeAll(async () => {
    server = await serve(true);
  });
  afterAll(async () => {
    await server.stop();
  });

  it('of the view can be downloaded and read', async () => {
    await open(browser, `${server.url}/map?figure=1&min_letters=3`, {}, async (page) => {
      await settled(page);
      const seen: string[] = [];
      for (const link of await page.locator('.panel a[download]').all()) {
        const waiting = page.waitForEvent('download');
        await link.click();
        const download = await waiting;
        const name = download.suggestedFilename();
        const body = readFileSync(await download.path());
        const text = body.toString('utf8');
        seen.push(name.slice(name.indexOf('.') + 1));
        if (name.endsWith('.png')) expect(body.subarray(1, 4).toString()).toBe('PNG');
        else if (name.endsWith('.ftm.json')) for (const line of text.trim().split('\n')) expect((JSON.parse(line) as { schema: string }).schema).not.toBe('');
        else if (name.endsWith('.parquet')) expect(body.subarray(0, 4).toString()).toBe('PAR1');
        else if (name.endsWith('.json')) expect(() => JSON.parse(text) as unknown).not.toThrow();
        else if (name.endsWith('.csv')) expect(text.split('\n').length).toBeGreaterThan(10);
        else if (name.endsWith('.xlsx')) expect(body.subarray(0, 2).toString()).toBe('PK');
        else if (name.endsWith('.net') || name.endsWith('.clu')) expect(text).toMatch(/^\*Vertices \d+/im);
        else {
          const root = await page.evaluate((xml) => new DOMParser().parseFromString(xml, 'application/xml').documentElement.nodeName, text);
          expect(['svg', 'gexf', 'graphml']).toContain(root);
        }
      }
      expect(seen).toHaveLength(19);
    });
  });
});
