import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, ask, launch, open, serve, settled } from './harness';

// Names that were made to spoil a page: a word of 2,000 letters, and one that turns the direction of what follows it.
const long = 'W'.repeat(2000);
const turned = 'Rights \u202egnp.exe';

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([serve(false), launch()]);
  const list = join(server.data, 'list.csv');
  const rows = ['organization,letter,date,target'];
  for (const letter of [`Letter ${long.slice(7)}`, 'Second letter \u202eafter']) {
    for (const name of [long, turned, 'River Watch', 'Harbour Union']) rows.push(`${name},${letter},2021-03-05,${long}`);
  }
  writeFileSync(list, rows.join('\n') + '\n');
  server.run('load', '--edges', list);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe('names that were made to spoil a page', () => {
  it('widen no page and turn no other words', async () => {
    const listed = () => ask<{ letters: { id: string; targets: { id: string }[] }[] }>(server, '/letters');
    let { letters } = await listed();
    for (let tries = 0; letters.length < 2 && tries < 100; tries++) { // the server looks at its store every two seconds
      await new Promise((done) => setTimeout(done, 200));
      ({ letters } = await listed());
    }
    expect(letters.length).toBe(2);
    const { organizations } = await ask<{ organizations: { id: string }[] }>(server, '/organizations?min_letters=1');
    const target = letters[0]?.targets[0]?.id ?? '';
    const pages = ['/', '/letters', '/organizations', '/targets', '/about', '/partners?seed=River+Watch', '/map', '/table', `/target/${encodeURIComponent(target)}`,
      ...letters.map((l) => `/letter/${encodeURIComponent(l.id)}`), ...organizations.map((o) => `/organization/${encodeURIComponent(o.id)}`)];
    expect(target).not.toBe('');
    const spoilt: object[] = [];
    for (const width of [390, 1280]) {
      for (const path of width === 390 ? pages : pages.slice(-4)) {
        await open(browser, server.url + path, { width }, async (page) => {
          await settled(page);
          const found = await page.evaluate(() => {
            const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
            // What holds an override and is not isolated turns the words behind it.
            const open: string[] = [];
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
              if (!(node.textContent ?? '').includes('\u202e')) continue;
              const parent = node.parentElement;
              if (parent === null || ['SCRIPT', 'STYLE', 'TITLE', 'OPTION'].includes(parent.tagName) || parent.closest('svg') !== null) continue;
              const style = getComputedStyle(parent);
              const closes = !style.display.startsWith('inline') || style.display === 'inline-block' || style.display === 'inline-flex' || style.unicodeBidi.includes('isolate') || style.unicodeBidi === 'plaintext';
              const last = parent.lastChild === node || (node.textContent ?? '').includes('\u202c');
              if (!closes || !last) open.push(`${parent.tagName}.${parent.className}: ${(node.textContent ?? '').slice(0, 60)}`);
            }
            return { wide, open };
          });
          if (found.wide > 0 || found.open.length > 0) spoilt.push({ path: `${path} at ${String(width)}`, ...found });
        });
      }
    }
    expect(spoilt).toEqual([]);
  }, 240_000);
});
