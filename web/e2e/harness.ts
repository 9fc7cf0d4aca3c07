// Starts the built binary on a free port with a temporary data folder, and Chromium. Every page that a test opens is watched: an
// error on the console, an uncaught error or a violation of the content policy fails the test that opened it.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, type Page, chromium } from 'playwright-core';

const root = resolve(import.meta.dirname, '..', '..');
const binary = process.env['UNDERSIGNED_BIN'] ?? join(root, 'bin', 'undersigned');
const browserPath = process.env['CHROMIUM'] ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync) ?? 'chromium';
const results = resolve(import.meta.dirname, '..', 'test-results');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const webgl = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];
const noWebgl = ['--disable-gpu', '--disable-3d-apis'];

export interface Server {
  url: string;
  data: string;
  run: (...args: string[]) => string;
  stop: () => Promise<void>;
}

/** The binary, serving the example letters or an empty store, with more flags. */
export async function serve(example: boolean, ...more: string[]): Promise<Server> {
  if (!existsSync(binary)) throw new Error(`There is no ${binary}. Run make build, or set UNDERSIGNED_BIN.`);
  const data = mkdtempSync(join(tmpdir(), 'undersigned-e2e-'));
  const args = ['serve', ...(example ? ['--example'] : []), '--listen', '127.0.0.1:0', '--data', data, '--no-open', ...more];
  const process_ = spawn(binary, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await address(process_);
  return {
    url,
    data,
    run: (...more) => execFileSync(binary, [...more, '--data', data], { encoding: 'utf8' }),
    stop: () =>
      new Promise((done) => {
        process_.once('exit', () => {
          rmSync(data, { recursive: true, force: true });
          done();
        });
        process_.kill('SIGTERM');
      }),
  };
}

function address(process_: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    if (process_.stdout === null) throw new Error('no output to read the address from');
    process_.once('exit', (code) => { failed(new Error(`undersigned ended with ${String(code)} before it printed its address`)); });
    createInterface({ input: process_.stdout }).on('line', (line) => {
      const match = /undersigned is at (http:\/\/\S+)/.exec(line);
      if (match?.[1] !== undefined) found(match[1]);
    });
  });
}

/** Chromium, with software WebGL or with none. */
export function launch(options: { webgl: boolean } = { webgl: true }): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath, args: ['--headless=new', '--no-sandbox', ...(options.webgl ? webgl : noWebgl)] });
}

export interface View {
  theme?: 'light' | 'dark';
  width?: number;
  height?: number;
  expected?: RegExp; // console errors that are the point of the test
}

/** Opens a page, hands it to the test, and fails on anything that went wrong in it. */
export async function open(browser: Browser, url: string, view: View, test: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: view.width ?? 1440, height: view.height ?? 900 },
    colorScheme: view.theme ?? 'light',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const wrong: string[] = [];
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${String(event.lineNumber)}`);
    });
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => wrong.push(String(error.stack ?? error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !(view.expected?.test(message.text()) ?? false)) wrong.push(`${message.text()} ${message.location().url}`);
  });
  try {
    await page.goto(url);
    await test(page);
  } finally {
    await context.close();
  }
  if (wrong.length > 0) throw new Error(`The page reported:\n${wrong.join('\n')}`);
}

/** What axe-core finds against WCAG 2.2 A and AA and its best practices, one line each. */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: { id: string; help: string; nodes: { html: string; failureSummary: string }[] }[] }> } };
    const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return violations.map((v) => `${v.id}: ${v.help}\n  ${v.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary.replaceAll(/\s+/g, ' ').slice(0, 240)}`).join('\n  ')}`);
  });
}

/** The page as it stands, into test-results. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(results, { recursive: true });
  await page.evaluate(async () => { await document.fonts.ready; });
  await page.screenshot({ path: join(results, `${name}.png`) });
}

/** Waits until nothing is being read any more: no request runs, no page part says it is busy. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"], .loading') === null);
  if ((await page.locator('[role="application"]').count()) > 0) await page.waitForSelector('[role="application"][data-ready]');
}

/** An answer of the API. */
export async function ask<T>(server: Server, path: string): Promise<T> {
  const response = await fetch(server.url + '/api/v1' + path);
  if (!response.ok) throw new Error(`${path} answered ${String(response.status)}`);
  return (await response.json()) as T;
}

/** The id of the first organization, letter or target that a search finds. */
export async function idOf(server: Server, text: string, kind: 'organization' | 'letter' | 'target'): Promise<string> {
  const answer = await ask<{ hits: { id: string }[] }>(server, `/search?q=${encodeURIComponent(text)}&kind=${kind}`);
  const id = answer.hits[0]?.id;
  if (id === undefined) throw new Error(`nothing found for ${text}`);
  return id;
}
