/** Of a report: readable on paper and on screens, light and dark. Colours keep 4.5 to 1 against their ground (WCAG 2.2, 1.4.3). */
export const REPORT_STYLE = `
:root{color-scheme:light dark;--ground:#fff;--ink:#1d232b;--muted:#4d5763;--line:#c9d0d8;--plain:#3b6ea5;--good:#2e7d4f;--bad:#b3402e;--tint:#f3f5f8}
@media (prefers-color-scheme:dark){:root{--ground:#14181d;--ink:#e8ecf1;--muted:#aab4c0;--line:#3d4753;--plain:#7fb2e5;--good:#6cc48d;--bad:#f08d79;--tint:#1d232b}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:880px;margin:0 auto;padding:24px 20px 48px}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 4px}
h2{font-size:1.15rem;margin:32px 0 8px}
.brand{color:var(--muted);margin:0 0 20px}
.says{font-size:1.1rem;margin:0 0 8px}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{text-align:left;padding:6px 12px 6px 0;border-bottom:1px solid var(--line);vertical-align:top}
thead th{color:var(--muted);font-weight:600;white-space:nowrap}
tbody th{font-weight:400}
td{font-variant-numeric:tabular-nums}
figure{margin:8px 0 16px}
figcaption{color:var(--muted);font-size:.9rem}
svg{display:block;width:100%;height:auto;font-size:12px}
svg text{fill:var(--ink)}
svg .tick,svg .quadrant{fill:var(--muted)}
svg .quadrant{font-size:13px}
svg .plain,svg .point{fill:var(--plain)}
svg .good{fill:var(--good)}
svg .bad{fill:var(--bad)}
svg .whisker{stroke:var(--ink);stroke-width:1.5;fill:none}
svg .axis{stroke:var(--ink);stroke-width:1;fill:none}
svg .grid,svg .frame{stroke:var(--line);fill:none}
svg .limit{stroke:var(--muted);stroke-dasharray:5 4;fill:none}
.notes,footer{color:var(--muted);font-size:.88rem}
footer{margin-top:36px;padding:14px 16px;background:var(--tint)}
footer h2{font-size:.95rem;margin:0 0 4px}
footer p{margin:0 0 4px}
@media print{main{max-width:none;padding:0}section{break-inside:avoid}:root{--ground:#fff;--ink:#000;--muted:#333;--line:#999;--tint:#fff;--plain:#3b6ea5;--good:#2e7d4f;--bad:#b3402e}}
`.trim();
