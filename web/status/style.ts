import { STYLE } from '../form/style.ts';

/**
 * The form's style and what the pages about a case need beside it: the steps of a case, a line from one mark to the next, filled where done; notices;
 * an offer; two answers side by side. One text for all of them, since their headers name it by its hash.
 */
export const STATUS_STYLE = `${STYLE}
h2{font-size:1.125rem;line-height:1.4;margin:2rem 0 .5rem}
.steps{list-style:none;margin:1rem 0 0;padding:0}
.steps li{position:relative;padding:0 0 1.5rem 2.75rem}
.steps li:last-child{padding-bottom:0}
.steps li::before{content:"";box-sizing:border-box;position:absolute;left:.4rem;top:.25rem;width:1.2rem;height:1.2rem;border-radius:50%;border:2px solid var(--edge)}
.steps li.done::before{background:var(--accent);border-color:var(--accent)}
.steps li.broken::before{background:var(--wrong);border-color:var(--wrong)}
.steps li:not(:last-child)::after{content:"";position:absolute;left:calc(1rem - 1px);top:1.65rem;bottom:-.05rem;width:2px;background:var(--line)}
.steps b{display:block;line-height:1.4;font-weight:600;overflow-wrap:anywhere}
.steps time,.steps .time{color:var(--soft);font-size:.9375rem}
.late{border-left:.3rem solid var(--wrong);padding-left:1rem;margin:.75rem 0 0}
.asked{border-left:.3rem solid var(--accent);padding-left:1rem;margin:.75rem 0 0}
.notice{margin:0 0 1rem;padding:.75rem 1rem;background:var(--tint);border-radius:.7rem;font-weight:600}
.receipt dd.name{font-family:inherit}
.promises{margin:.5rem 0 0;padding-left:1.2rem}
.promises li{padding:.15rem 0;overflow-wrap:anywhere}
.promises .broken{color:var(--wrong)}
.add{margin-top:2rem;border-top:1px solid var(--line)}
.add button{margin-top:1rem}
.offer{margin:1.25rem 0 0;padding:1.25rem;background:var(--tint);border-radius:.7rem}
.offer h2{margin:0;font-size:1.25rem}
.offer .amount{margin:.25rem 0 0;font-size:1.5rem;font-weight:650;font-variant-numeric:tabular-nums}
.offer p{margin:.5rem 0 0;white-space:pre-line;overflow-wrap:anywhere}
.answers{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.5rem}
.answers button{margin-top:0}
button.plain{background:transparent;color:var(--accent);border:1.5px solid var(--edge)}
.two{display:grid;gap:.5rem;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr))}
`;
