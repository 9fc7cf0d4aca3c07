// Which data the pages are made of, and whether there is newer. The pages never change under the reader: newer data are offered.

import { useVersion } from '../api/client';
import { about as askAbout, version as askVersion } from '../api/ask';
import type { About, Version } from '../api/types';
import { Resource } from './resource.svelte';

const pollEvery = 20_000; // ms

class Data {
  about = new Resource<About>();
  /** Changes whenever pages should ask anew. */
  key = $state('');
  /** The server goes on with the last data it knew. */
  stale = $state(false);
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
    useVersion(version.cache);
    this.key = version.cache;
    this.stale = version.stale;
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
