/** Knows whether anything is going on, so that tests and the demo can wait for the end of it instead of sleeping. */
export interface Activity {
  /** Something began; call the answer when it is over. */
  begin(): () => void;
  /** Something changed that others may have to look at: a write, a message. */
  changed(): void;
  /** Grows with each change: who has seen everything up to now has seen all. */
  readonly clock: number;
  readonly underWay: number;
  /** Somebody waits for the end: windows that only gather more work are cut short. */
  readonly isHurried: boolean;
  hurry(): () => void;
  /** Called after each change. Gives back how to stop it. */
  watch(look: () => void): () => void;
}

export function openActivity(): Activity {
  let clock = 0;
  let underWay = 0;
  let hurrying = 0;
  const watchers = new Set<() => void>();
  const changed = () => {
    clock += 1;
    for (const look of watchers) look();
  };
  return {
    begin: () => {
      underWay += 1;
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        underWay -= 1;
        changed();
      };
    },
    changed,
    get clock() {
      return clock;
    },
    get underWay() {
      return underWay;
    },
    get isHurried() {
      return hurrying > 0;
    },
    hurry: () => {
      hurrying += 1;
      changed();
      return () => {
        hurrying -= 1;
      };
    },
    watch: (look) => {
      watchers.add(look);
      return () => watchers.delete(look);
    },
  };
}
