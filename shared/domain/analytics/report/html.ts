import { type Fragment, Html, html } from '../../html.ts';
import type { Language, Localized } from '../../language.ts';
import type { Picture, Report, Section } from './report.ts';
import { REPORT_STYLE } from './style.ts';
import { barsSvg } from './svg-bars.ts';
import { funnelSvg } from './svg-funnel.ts';
import { scatterSvg } from './svg-scatter.ts';
import { inLanguage } from './text.ts';

export interface ReportPage {
  readonly report: Report;
  readonly language: Language;
  /** Whose figures they are. */
  readonly brandName: string;
  /** Day on which it was computed, `YYYY-MM-DD`. */
  readonly day?: string | undefined;
  /** Who answers for the figures (ISO 10004); a role or a name. */
  readonly owner?: string | undefined;
}

const WORDS = {
  method: { en: 'How these figures came about', 'zh-Hans': '数据说明' },
  owner: { en: 'Owner', 'zh-Hans': '负责人' },
  computed: { en: 'Computed on', 'zh-Hans': '计算日期' },
  colon: { en: ': ', 'zh-Hans': '：' },
} as const satisfies Record<string, Localized>;

/** A report as a page of its own: no script, nothing fetched, pictures drawn in it, and beside each picture the table of what it shows. */
export function reportPage({ report, language, brandName, day, owner }: ReportPage): string {
  const title = report.title[language];
  const line = (words: Localized, value: string | undefined) =>
    value !== undefined && html`<p>${words[language]}${WORDS.colon[language]}${value}</p>`;
  return html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${brandName}</title>
<style>${new Html(REPORT_STYLE)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="brand">${brandName}</p>
${report.sentences.map((sentence) => html`<p class="says">${sentence[language]}</p>`)}
${report.sections.map((section) => sectionOf(section, language))}
<footer>
<h2>${WORDS.method[language]}</h2>
${report.method.map((sentence) => html`<p>${sentence[language]}</p>`)}${line(WORDS.owner, owner)}${line(WORDS.computed, day)}
</footer>
</main>
</body>
</html>
`.text;
}

function sectionOf({ heading, picture, head, rows, notes }: Section, language: Language): Fragment {
  const name = heading[language];
  return html`<section>
<h2>${name}</h2>
${picture !== undefined && picturesOf(picture, language)}
<div class="scroll" tabindex="0" role="region" aria-label="${name}">
<table>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell[language]}</th>`)}</tr></thead>
<tbody>${rows.map(([first, ...others]) => html`<tr><th scope="row">${first === undefined ? '' : inLanguage(first, language)}</th>${others.map((cell) => html`<td>${inLanguage(cell, language)}</td>`)}</tr>`)}</tbody>
</table>
</div>
${notes.map((note) => html`<p class="notes">${note[language]}</p>`)}
</section>
`;
}

const picturesOf = (picture: Picture, language: Language): Html =>
  html`<figure>${svgOf(picture, language)}<figcaption>${picture.label[language]}</figcaption></figure>`;

function svgOf(picture: Picture, language: Language): Html {
  switch (picture.kind) {
    case 'bars':
      return barsSvg(picture, language);
    case 'scatter':
      return scatterSvg(picture, language);
    case 'funnel':
      return funnelSvg(picture, language);
  }
}
