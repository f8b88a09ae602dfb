import config from '#config';
import type { LocalCloud } from '../cloud.ts';
import type { Template } from '../template/template.ts';

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const PAGES = [
  ['/desk/', 'Desk: cases'],
  ['/dashboard/', 'Dashboard: figures'],
] as const;

/** What a person wants to open first. */
export function startPage(cloud: LocalCloud, template: Template): string {
  const routes = template.ofType('AWS::ApiGatewayV2::Route').map((route) => String(route.properties()['RouteKey']));
  const forms = routes.includes('GET /f/{survey}') ? config.surveys.map(({ id, title }) => [`/f/${id}`, `Form: ${title.en}`] as const) : [];
  const docs = routes.includes('GET /docs') ? [['/docs', 'API docs'] as const] : [];
  const pages = template.ofType('AWS::CloudFront::Distribution').length === 0 ? [] : PAGES;
  const links = [...pages, ...forms, ...docs, [cloud.mailboxUrl, 'Mails sent'] as const];
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Amends, the local cloud</title>
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1rem; color: #1d2433; }
  li { margin: .4rem 0 } code { background: #f0f2f6; padding: .1em .3em }
</style>
<h1>Amends runs here</h1>
<p>Engine: ${escapeHtml(cloud.engine)}.</p>
<ul>
${links.map(([href, text]) => `  <li><a href="${escapeHtml(href)}">${escapeHtml(text)}</a></li>`).join('\n')}
</ul>
<h2>Routes</h2>
<ul>
${routes
  .sort()
  .map((route) => `  <li><code>${escapeHtml(route)}</code></li>`)
  .join('\n')}
</ul>
</html>
`;
}
