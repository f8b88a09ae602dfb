import { pageHeaders } from '../../shared/adapters/page-headers.ts';
import { type Html, html } from '../../shared/domain/html.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { Account } from './accounts.ts';
import { WORDS } from './words.ts';

const STYLE = `
:root{color-scheme:light dark;--ground:#f3f0e9;--sheet:#fffdf9;--ink:#1f2d2b;--soft:#525f5c;--accent:#0d5f57;--tint:#e3f0ec;--edge:#78867f;--mark:#6b4400;--mark-tint:#fff1d6}
@media(prefers-color-scheme:dark){:root{--ground:#121c1b;--sheet:#1a2725;--ink:#ecf2ef;--soft:#aebcb8;--accent:#84d3c4;--tint:#223b37;--edge:#7b908b;--mark:#ffd591;--mark-tint:#3a2d12}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:34rem;margin:0 auto;padding:2rem 1rem}
h1{font:600 1.5rem/1.3 ui-serif,Georgia,"Songti SC",serif;margin:1.25rem 0}
h2{font-size:1rem;margin:1.5rem 0 .5rem}
.mark{background:var(--mark-tint);color:var(--mark);border:1px solid;border-radius:.5rem;padding:.6rem .9rem;margin:0;font-weight:600}
button{display:block;width:100%;text-align:start;font:inherit;color:inherit;background:var(--sheet);border:1px solid var(--edge);border-radius:.6rem;padding:.65rem .9rem;margin:.5rem 0;cursor:pointer}
button:hover{background:var(--tint)}
small{display:block;color:var(--soft);font-size:.9rem}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
`;

/** Markup alone: no script can run in it, and its form goes back to where it came from. */
export const PAGE_HEADERS = { ...pageHeaders(STYLE), 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };

/** @param fields what the page was asked with, which goes along with the choice. */
export function signInPage(language: Language, accounts: readonly Account[], fields: URLSearchParams): string {
  const words = WORDS[language];
  const choice = ({ id, name, role, email }: Account) =>
    html`<button name="account" value="${id}">${name[language]}<small>${email !== undefined && `${email} · `}${words.role[role]}</small></button>`;
  const known = accounts.filter(({ email }) => email !== undefined);
  const roles = accounts.filter(({ email }) => email === undefined);
  const hidden = [...fields].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  const other = new URLSearchParams([...fields].filter(([name]) => name !== 'lang'));
  other.set('lang', language === 'en' ? 'zh-Hans' : 'en');
  return frame(
    language,
    words.title,
    html`<p class="mark">${words.mark}</p>
<h1>${words.question}</h1>
<form method="post">${hidden}
<h2>${words.agents}</h2>${known.map(choice)}
<h2>${words.roles}</h2>${roles.map(choice)}
</form>
<p><a href="?${other.toString()}" lang="${language === 'en' ? 'zh-Hans' : 'en'}">${words.other}</a></p>`,
  );
}

/** Where nobody can be led back to, since the address to lead to is what is wrong. */
export function refusalPage(language: Language, reason: string): string {
  const words = WORDS[language];
  return frame(
    language,
    words.refusedTitle,
    html`<p class="mark">${words.mark}</p><h1>${words.refusedTitle}</h1><p>${words.refused}</p><p lang="en">${reason}</p>`,
  );
}

const frame = (language: Language, title: string, content: Html): string =>
  `<!doctype html>\n${html`<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Amends</title>`.text}<style>${STYLE}</style></head><body><main>${content.text}</main></body></html>\n`;
