import { STYLE } from '../form/style.ts';

/** The form's style and the steps of a case: a line from one mark to the next, filled where done. */
export const STATUS_STYLE = `${STYLE}
.steps{list-style:none;margin:1.75rem 0 0;padding:0}
.steps li{position:relative;padding:0 0 1.5rem 2.75rem}
.steps li:last-child{padding-bottom:0}
.steps li::before{content:"";box-sizing:border-box;position:absolute;left:.4rem;top:.25rem;width:1.2rem;height:1.2rem;border-radius:50%;border:2px solid var(--edge)}
.steps li.done::before{background:var(--accent);border-color:var(--accent)}
.steps li:not(:last-child)::after{content:"";position:absolute;left:calc(1rem - 1px);top:1.65rem;bottom:-.05rem;width:2px;background:var(--line)}
.steps b{display:block;line-height:1.4;font-weight:600}
.steps time{color:var(--soft);font-size:.9375rem}
.late{border-left:.3rem solid var(--wrong);padding-left:1rem;margin:.75rem 0 0}
`;
