// Everything but start and partners, loaded when it is first asked for.
export { default } from './More.svelte';
