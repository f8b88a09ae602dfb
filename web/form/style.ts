/** One row of tiles for n points; long scales break into two rows on phones. */
const columns = (points: number) => {
  const of = (n: number) => `.scale.p${points},.p${points} tbody tr{grid-template-columns:repeat(${n},1fr)}`;
  return points > 7 ? `${of(Math.ceil(points / 2))}@media(min-width:38rem){${of(points)}}` : of(points);
};

/**
 * The pages' only style. Contrast is WCAG AA in light and in dark: text 4.5:1 and more, outlines of what can be operated 3:1. Directions are logical: a
 * language that is written from right to left needs no other style. Nothing moves.
 * Radio buttons and boxes are laid, transparent, over their tiles: they keep their focus, their keyboard and the browser's own messages.
 * What comes before `*` is about the page around a form; the widget turns the rest into the style of its shadow root (browser/host-style.ts).
 */
export const STYLE = `
:root{color-scheme:light dark;--ground:#f3f0e9;--sheet:#fffdf9;--ink:#1f2d2b;--soft:#525f5c;--accent:#0d5f57;--on-accent:#fff;--tint:#e3f0ec;--line:#d9d5cb;--edge:#78867f;--wrong:#a3221b;--wrong-tint:#fbecea}
@media(prefers-color-scheme:dark){:root{--ground:#121c1b;--sheet:#1a2725;--ink:#ecf2ef;--soft:#aebcb8;--accent:#84d3c4;--on-accent:#0b2a26;--tint:#223b37;--line:#2f403d;--edge:#7b908b;--wrong:#ffb4a9;--wrong-tint:#3a2220}}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
header,main{max-width:42rem;margin:0 auto;padding:0 1rem}
main{padding-bottom:3rem}
header{display:flex;justify-content:space-between;align-items:center;gap:1rem;padding-top:1.25rem;padding-bottom:1.25rem}
.brand{font-weight:650;letter-spacing:.01em}
.framed body,.framed main{background:none;padding:0;max-width:none}
@media print{.sheet{box-shadow:none}}
*{box-sizing:border-box}
a{color:var(--accent);text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
.sheet{background:var(--sheet);border:1px solid var(--line);border-radius:1rem;padding:1.5rem 1.25rem;box-shadow:0 1px 2px #0000000a,0 12px 32px -20px #00000040}
h1{font:600 1.75rem/1.25 ui-serif,Georgia,"Songti SC","Noto Serif CJK SC",serif;margin:.25rem 0 .5rem;text-wrap:balance}
.lead{margin:0 0 .5rem;color:var(--soft)}
fieldset,.block{border:0;margin:0;padding:1.5rem 0 0;min-width:0}
fieldset+fieldset,.block+fieldset,fieldset+.block,.block+.block{margin-top:1.5rem;border-top:1px solid var(--line)}
legend{padding:0;float:inline-start;width:100%;margin-bottom:.75rem}
legend+*{clear:both}
legend,.label{font-weight:600;line-height:1.4}
.label{display:block;margin-bottom:.35rem}
.mark{font-weight:400;font-size:.875rem;color:var(--soft);white-space:nowrap}
.hint{margin:0 0 .75rem;color:var(--soft);font-size:.9375rem}
.scale{display:grid;gap:.4rem}
.pick{position:relative;display:block}
.pick input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.pick span.tile{display:flex;align-items:center;justify-content:center;min-height:2.875rem;padding:.35rem .25rem;border:1.5px solid var(--edge);border-radius:.6rem;background:var(--sheet);font-variant-numeric:tabular-nums}
.pick input:hover+.tile{background:var(--tint)}
.pick input:checked+.tile{background:var(--accent);border-color:var(--accent);color:var(--on-accent);font-weight:650}
.pick input:focus-visible+.tile{outline:3px solid var(--accent);outline-offset:2px}
.ends{display:flex;justify-content:space-between;gap:1.5rem;margin:.5rem 0 0;font-size:.875rem;color:var(--soft)}
.ends span:last-child{text-align:end}
.chips{display:flex;flex-wrap:wrap;gap:.5rem}
.chips .pick span.tile{padding:.35rem 1rem;border-radius:1.5rem}
.none{display:inline-block;margin-block-start:.6rem;margin-inline-end:.5rem}
.none.pick span.tile{min-height:2.25rem;padding:.1rem .9rem;font-size:.875rem;border-radius:1.5rem}
input[type=text],input[type=email],input[type=date],select,textarea{width:100%;font:inherit;color:inherit;background:var(--sheet);border:1.5px solid var(--edge);border-radius:.6rem;padding:.6rem .75rem}
textarea{min-height:8.5rem;resize:vertical;line-height:1.5}
.pair{display:grid;gap:1rem;align-items:end}
@media(min-width:34rem){.pair{grid-template-columns:1fr 1fr}.sheet{padding:2rem 2.25rem}h1{font-size:2.125rem}}
.consent{display:flex;gap:.7rem;align-items:flex-start;margin-top:1rem;padding:.35rem 0;cursor:pointer}
.consent input{width:1.35rem;height:1.35rem;margin:.12rem 0 0;flex:none;accent-color:var(--accent)}
button{font:inherit;font-weight:650;color:var(--on-accent);background:var(--accent);border:0;border-radius:.7rem;padding:.8rem 2.25rem;min-height:3rem;margin-top:2rem;cursor:pointer}
button:hover{filter:brightness(1.08)}
button.other{background:none;color:var(--accent);border:1.5px solid var(--edge);padding:.7rem 1.25rem;font-weight:600}
.go{display:flex;flex-wrap:wrap;gap:.75rem;align-items:end}
@media(max-width:24rem){h1:lang(zh){font-size:1.5rem}}
@media(max-width:30rem){button{width:100%}.go{gap:0}.go button+button{margin-top:.75rem}}
.progress{margin:0;font-size:.875rem;color:var(--soft)}
h2.progress{margin-top:2rem}
input[type=date]{width:auto;min-height:2.875rem}
.place{display:flex;align-items:center;gap:.75rem;margin-top:.4rem}
.place select{width:4.5rem;flex:none}
.ends+.matrix,.ends+.both{margin-top:.5rem}
.matrix{width:100%;border-collapse:collapse}
.matrix thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.matrix tbody tr{display:grid;gap:.4rem;padding:.85rem 0;border-top:1px solid var(--line)}
.matrix tbody tr:first-child{border-top:0}
.matrix tbody th{grid-column:1/-1;text-align:start;font-weight:400;line-height:1.4}
.matrix td{padding:0}
.matrix .beside{grid-column:1/-1;justify-self:start}
.beside .pick span.tile{min-height:2.25rem;padding:.1rem .9rem;font-size:.875rem;border-radius:1.5rem}
.both{padding-top:1rem}
.both+.both{margin-top:1rem}
.both>legend{margin-bottom:.35rem}
.both [role=radiogroup]{margin-bottom:1rem}
.both [role=radiogroup] p{margin:0 0 .4rem;font-size:.9375rem}
.error{margin:0 0 .6rem;color:var(--wrong);font-weight:600;font-size:.9375rem}
.has-error .pick span.tile,.has-error textarea,input[aria-invalid=true],textarea[aria-invalid=true]{border-color:var(--wrong)}
.summary{border:1.5px solid var(--wrong);border-inline-start-width:.4rem;background:var(--wrong-tint);border-radius:.6rem;padding:1rem 1.25rem;margin:1rem 0 0}
.summary h2{font-size:1.0625rem;margin:0;line-height:1.4}
.summary ul{margin:.4rem 0 0;padding-inline-start:1.2rem}
.summary p{margin:.3rem 0 0}
.summary a{color:inherit}
.receipt{margin:1.5rem 0 0;padding:1rem 1.25rem;background:var(--tint);border-radius:.7rem}
.receipt dt{font-size:.875rem;color:var(--soft)}
.receipt dd{margin:0;font:600 1.0625rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.tick{display:block;width:3rem;height:3rem;margin:0 0 .75rem;color:var(--accent)}
.away{position:absolute;inset-inline-start:-10000px;width:1px;height:1px;overflow:hidden}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media(forced-colors:active){.pick input:checked+.tile{forced-color-adjust:none}}
${[2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(columns).join('\n')}
`;
