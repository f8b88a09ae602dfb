import { STYLE } from '../form/style.ts';

/** The form's style and the steps of a case: a line from one mark to the next, filled where done. */
export const STATUS_STYLE = `${STYLE}
.steps{list-style:none;margin:1.75rem 0 0;padding:0}
.steps li{position:relative;padding:0 0 1.5rem 2.75rem}
.steps li:last-child{padding-bottom:0}
.steps li::before{content:"";position:absolute;left:.45rem;top:.3rem;width:1.1rem;height:1.1rem;border-radius:50%;border:2px solid var(--edge);background:var(--sheet)}
.steps li.done::before{background:var(--accent);border-color:var(--accent)}
.steps li+li::after{content:"";position:absolute;left:calc(1rem - 1px);bottom:calc(100% - .3rem);height:calc(100% - 1.1rem);width:2px;background:var(--line)}
.steps b{display:block;line-height:1.4;font-weight:600}
.steps time{color:var(--soft);font-size:.9375rem}
.late{border-left:.3rem solid var(--wrong);padding-left:1rem;margin:0 0 .5rem}
`;
