/**
 * Tells the page around a frame what happens in it: `{type: 'amends:ready' | 'amends:sent' | 'amends:failed'}` and, as the form grows,
 * `{type: 'amends:resize', height}` in CSS pixels. Nothing of what people write is in it, so any page may hear it. Undefined outside of a frame.
 */
export function frameMessages(): ((kind: 'ready' | 'sent' | 'failed') => void) | undefined {
  if (window.parent === window) return undefined;
  const post = (message: Readonly<Record<string, string | number>>) => window.parent.postMessage(message, '*');
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    post({ type: 'amends:resize', height });
  }).observe(document.body);
  return (kind) => post({ type: `amends:${kind}` });
}
