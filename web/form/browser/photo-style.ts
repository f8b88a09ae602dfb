/** What the script for photos adds, in the form's own colours. */
export const PHOTO_STYLE = `
.photo-box{margin-top:1.5em}
.photo-box .label{margin-top:0}
.choose{position:relative}
.choose input{position:absolute;inset:0;width:100%;height:100%;opacity:0;cursor:pointer}
.choose label{display:inline-block;border:1.5px solid var(--edge);border-radius:.7em;padding:.6em 1.25em;color:var(--accent);font-weight:600}
.choose input:hover+label{background:var(--tint)}
.choose input:focus-visible+label{outline:3px solid var(--accent);outline-offset:3px}
.choose input:disabled+label{opacity:.65}
.photo-box [hidden]{display:none}
.photos{list-style:none;margin:.75em 0 0;padding:0;display:grid;gap:.5em}
.photos li{display:flex;align-items:center;gap:.75em;padding:.35em;border:1px solid var(--line);border-radius:.7em}
.photos img{width:3.5em;height:3.5em;object-fit:cover;border-radius:.45em;background:var(--tint)}
.photos span{flex:1;min-width:0;overflow-wrap:anywhere}
.photos small{color:var(--soft);font-size:.875em;white-space:nowrap}
.photos .why{display:none;margin-inline-start:.5em;color:var(--wrong);font-weight:600}
.photos .failed .why{display:inline}
.photos button.plain{flex:none;width:2.75em;min-height:2.75em;margin:0;padding:0;background:none;color:inherit;font-size:1.1em}
`;
