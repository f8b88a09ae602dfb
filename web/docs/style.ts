/** The page's only style; same colours as the form. */
export const DOCS_STYLE = `
:root{color-scheme:light dark;--ground:#f3f0e9;--sheet:#fffdf9;--ink:#1f2d2b;--soft:#525f5c;--accent:#0d5f57;--tint:#e3f0ec;--line:#d9d5cb}
@media(prefers-color-scheme:dark){:root{--ground:#121c1b;--sheet:#1a2725;--ink:#ecf2ef;--soft:#aebcb8;--accent:#84d3c4;--tint:#223b37;--line:#2f403d}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:62rem;padding:1.5rem 1rem 4rem;background:var(--ground);color:var(--ink);font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif}
a{color:var(--accent);text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
h1{font:600 2rem/1.25 ui-serif,Georgia,serif;margin:0 0 .5rem}
h1 small{font-size:1rem;color:var(--soft)}
h2{font-size:1.25rem;margin:0 0 .25rem;overflow-wrap:anywhere}
code,pre{font:.9em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
nav ul{list-style:none;padding:0;columns:22rem;font-size:.9375rem}
nav b,.method{display:inline-block;min-width:3.2rem;color:var(--accent)}
section{background:var(--sheet);border:1px solid var(--line);border-radius:.8rem;padding:1.25rem 1.5rem;margin:1rem 0}
.summary{font-weight:600;margin:.25rem 0}
table{width:100%;border-collapse:collapse;margin:.75rem 0;font-size:.9375rem;display:block;overflow-x:auto}
caption{text-align:left;font-weight:600;padding:.25rem 0}
td,th{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-top:1px solid var(--line)}
em{color:var(--soft);font-size:.875rem}
details{margin:.75rem 0}
summary{cursor:pointer}
pre{background:var(--tint);border-radius:.5rem;padding:1rem;overflow-x:auto}
`;
