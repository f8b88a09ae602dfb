import { readFile } from 'node:fs/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { PictureDrawer } from '../../ports.ts';

/** Beside a bundle (infra/bundle.ts puts it there under this name), and in the package everywhere else. */
const BESIDE = new URL('resvg.wasm', import.meta.url);

let engine: Promise<void> | undefined;

/** The engine is 2.5 MB: it is loaded when the first picture is drawn, once per process. */
function started(): Promise<void> {
  engine ??= readFile(BESIDE)
    .catch(() => readFile(new URL(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))))
    .then((wasm) => initWasm(wasm));
  return engine;
}

/** A screen of today has two pixels where a mail counts one. */
const SCALE = 2;

/** Draws SVG as PNG. Fonts are none: text in the SVG would be left out. @throws where it is no SVG */
export const drawPng: PictureDrawer = async (svg) => {
  await started();
  const drawing = new Resvg(svg, { fitTo: { mode: 'zoom', value: SCALE }, font: { loadSystemFonts: false } });
  const picture = drawing.render();
  try {
    return picture.asPng();
  } finally {
    picture.free();
    drawing.free();
  }
};
