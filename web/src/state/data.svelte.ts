// Which data the pages are made of, and whether there is newer. The pages never change under the reader: newer data are offered.

import { useVersion } from '../api/client';
import { about as askAbout, version as askVersion } from '../api/ask';
import type { About, Version } from '../api/types';
import { Resource } from './resource.svelte';

const pollEvery = 20_000; // ms
const pollOlder = 2_000; // ms, while the server computes

class Data {
  about = new Resource<About>();
  /** Changes whenever pages should ask anew. */
  key = $state('');
  /** The server goes on with the last data it knew. */
  stale = $state(false);
  /** The data are the newest; their map and measures are being computed, and those of before are shown. */
  older = $state(false);
  /** The server does not answer. */
  silent = $state(false);
  /** Data that came since the page was opened, with the number of letters more than before. */
  newer = $state.raw<{ about: About; letters: number }>();

  /** Reads what there is and looks for newer data from then on, while the page is visible. */
  start(): void {
    this.about.load(async (signal) => {
      const about = await askAbout(signal);
      this.#use(about.version);
      return about;
    });
    setInterval(() => {
      if (document.visibilityState === 'visible') void this.#look();
    }, pollEvery);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.#look();
    });
  }

  /** Shows the newer data. */
  refresh(): void {
    const newer = this.newer;
    if (newer === undefined) return;
    this.newer = undefined;
    this.#use(newer.about.version);
    this.about.value = newer.about;
  }

  #use(version: Version): void {
    useVersion(version.cache, !version.older);
    this.key = version.older ? `${version.cache} older` : version.cache;
    this.stale = version.stale;
    this.older = version.older;
    if (version.older) setTimeout(() => void this.#whetherComputed(), pollOlder);
  }

  /** Has pages ask anew as soon as the server has computed what they show. */
  async #whetherComputed(): Promise<void> {
    try {
      const version = await askVersion(new AbortController().signal);
      if (version.hash !== this.about.value?.version.hash) {
        this.older = false; // there are newer data still: they are offered
        return;
      }
      if (!version.older) {
        this.#use(version);
        return;
      }
    } catch {
      // the regular look says so
    }
    if (this.older) setTimeout(() => void this.#whetherComputed(), pollOlder);
  }

  async #look(): Promise<void> {
    const shown = this.about.value;
    if (shown === undefined) {
      if (this.about.error !== undefined) this.about.retry();
      return;
    }
    const { signal } = new AbortController();
    try {
      const version = await askVersion(signal);
      this.silent = false;
      this.stale = version.stale;
      if (version.hash === shown.version.hash) this.newer = undefined;
      else if (version.hash !== this.newer?.about.version.hash) {
        const about = await askAbout(signal);
        this.newer = { about, letters: about.coverage.letters - shown.coverage.letters };
      }
    } catch {
      this.silent = true;
    }
  }
}

export const data = new Data();
