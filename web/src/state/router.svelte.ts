// One owner of the address. A page reads router.route; it changes the address with go (a step that Back takes back) or replace.

import { type Route, decode, encode } from '../url/route';

const pages = /^\/(?:$|(?:partners|map|table|letters|letter|organization|organizations|target|targets|about|add)(?:$|[/?]))/;

class Router {
  route = $state.raw<Route>(decode(location.pathname, location.search));

  constructor() {
    addEventListener('popstate', () => {
      this.route = decode(location.pathname, location.search);
    });
    document.addEventListener('click', (event) => {
      this.#follow(event);
    });
  }

  /** A new step in the history. */
  go(to: Route | string): void {
    const address = typeof to === 'string' ? to : encode(to);
    if (address === location.pathname + location.search) return;
    const before = this.route;
    history.pushState(null, '', address);
    this.route = decode(location.pathname, location.search);
    if (!samePage(before, this.route)) scrollTo(0, 0);
  }

  /** The same step with another address: for what Back should not take back one by one. */
  replace(to: Route): void {
    const address = encode(to);
    if (address !== location.pathname + location.search) history.replaceState(null, '', address);
    this.route = to;
  }

  /** Takes over clicks on links to pages of this app; everything else is the browser's. */
  #follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || link.hasAttribute('download') || link.hasAttribute('target')) return;
    const href = link.getAttribute('href') ?? '';
    if (!pages.test(href)) return;
    event.preventDefault();
    this.go(href);
  }
}

/** Whether two routes are one page in two states, so that scroll and focus stay. */
export function samePage(a: Route, b: Route): boolean {
  if (a.page !== b.page) return false;
  if ('id' in a && 'id' in b) return a.id === b.id;
  if ('draft' in a && 'draft' in b) return a.draft === b.draft;
  if (a.page === 'explore' && b.page === 'explore') return a.as === b.as;
  return true;
}

export const router = new Router();
