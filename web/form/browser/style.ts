/** What the script adds to the form, in the form's own colours. */
export const BROWSER_STYLE = `
.kept{margin:1.75em 0 0;padding-top:1em;border-top:1px solid var(--line)}
.kept p{margin:0;color:var(--soft);font-size:.9375em}
.kept button.plain,.note button.plain{display:inline;width:auto;min-height:2em;margin:.25em 0 0;padding:.2em 0;background:none;color:var(--accent);font-weight:400;font-size:.9375em;text-decoration:underline;text-underline-offset:.2em}
.note{margin:0 0 1.25em;padding:.75em 1em;background:var(--tint);border-radius:.7em}
.note p{margin:0}
.note textarea{margin-top:.75em}
.says{margin:1em 0 0;min-height:1.6em;color:var(--soft)}
.says:empty{display:none}
.waiting .says{color:inherit}
[tabindex="-1"]:focus{outline:0}
button[aria-disabled=true]{opacity:.65;cursor:progress}
`;
