import { useEffect, useState } from 'preact/hooks';
import { serverNow } from '../browser/clock.ts';

const MINUTE_MS = 60_000;

/** The server's time in milliseconds, anew at each of its minutes: all countdowns of a view go by one. */
export function useMinute(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    let timer = 0;
    const tick = () => {
      setNow(serverNow());
      timer = window.setTimeout(tick, MINUTE_MS - (serverNow() % MINUTE_MS) + 20);
    };
    tick();
    return () => window.clearTimeout(timer);
  }, []);
  return now;
}
