/** A bar on a terminal; elsewhere a line at each quarter, so that logs stay short. */
export function progressBar(label: string, total: number, stream: NodeJS.WriteStream = process.stderr) {
  const width = 32;
  let done = 0;
  let toldQuarter = 0;
  const draw = () => {
    const share = total === 0 ? 1 : done / total;
    if (stream.isTTY) {
      const filled = Math.round(share * width);
      stream.write(`\r${label} ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done}/${total}${done === total ? '\n' : ''}`);
    } else if (Math.floor(share * 4) > toldQuarter) {
      toldQuarter = Math.floor(share * 4);
      stream.write(`${label} ${done}/${total}\n`);
    }
  };
  draw();
  return () => {
    done += 1;
    draw();
  };
}
