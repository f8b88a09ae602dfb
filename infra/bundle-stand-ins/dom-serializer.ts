/**
 * Stands in for what writes a parsed page as HTML again. htmlparser2 brings it along with its tables of named entities (85 KB); we only read HTML,
 * and write none that comes from outside.
 */
export default function render(): never {
  throw new Error('this bundle cannot write parsed HTML: take the stand-in for dom-serializer out of infra/bundle-trims.ts');
}
