/** Whether this browser draws with WebGL. It can be refused even where it is known (no graphics card, a policy, too many maps). */
export function hasWebGL(): boolean {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}
