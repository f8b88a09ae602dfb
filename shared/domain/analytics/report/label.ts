/** East Asian wide and full-width characters (Unicode TR11, the ranges that matter here). */
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u;

/** About how wide a text is drawn, in ems: a narrow character is a little more than half as wide as a wide one. */
export const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 1 : 0.56), 0);

/** The beginning of a text, as much as fits into so many ems. */
export function shortened(text: string, ems: number): string {
  if (widthOf(text) <= ems) return text;
  let short = '';
  for (const character of text) {
    if (widthOf(`${short}${character}…`) > ems) break;
    short += character;
  }
  return `${short.trimEnd()}…`;
}
