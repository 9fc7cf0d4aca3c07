import type { Hit } from '../api/types';
import { letterLink, organizationLink, targetLink } from '../url/route';
import { router } from './router.svelte';

/** Opens what a search found: its page, or on map and table an organization in the panel. */
export function open(hit: Hit): void {
  const route = router.route;
  if (hit.kind === 'letter') router.go(letterLink(hit.id));
  else if (hit.kind === 'target') router.go(targetLink(hit.id));
  else if (route.page === 'explore') router.go({ ...route, look: { ...route.look, selected: hit.id, second: '', tab: 'signed', camera: null } });
  else router.go(organizationLink(hit.id));
}
