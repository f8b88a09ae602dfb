import type { Feedback } from '../../shared/domain/feedback.ts';
import type { Language, Localized } from '../../shared/domain/language.ts';
import type { Case } from '../../shared/domain/recovery/case.ts';
import type { CaseEvent } from '../../shared/domain/recovery/event.ts';
import { type Money, moneyInWords } from '../../shared/domain/recovery/money.ts';

/** All that stands on a register sheet. */
export interface SheetMatter {
  readonly case: Case;
  readonly history: readonly CaseEvent[];
  /** What opened it, then what joined it. */
  readonly feedback: readonly Feedback[];
  readonly customer?:
    | { readonly name?: string | undefined; readonly email?: string | undefined; readonly phone?: string | undefined }
    | undefined;
}

interface Named {
  readonly id: string;
  readonly name: Localized;
}

/** Names for what a case knows by id. What is not named here is shown by its id. */
export interface SheetNames {
  readonly agents: readonly Named[];
  readonly teams: readonly Named[];
  readonly branches: readonly Named[];
  readonly departments: readonly Named[];
  readonly causes: readonly Named[];
  readonly remedies: readonly Named[];
}

export interface SheetHouse {
  readonly brand: Localized;
  /** IANA zone that the times are written in. */
  readonly timeZone: string;
  readonly printedAt: string;
  readonly names: SheetNames;
}

/** How things are called and written on one sheet. */
export interface Say {
  readonly language: Language;
  readonly name: (kind: keyof SheetNames, id: string) => string;
  /** `agent:lin` by name, the customer, Amends itself. */
  readonly who: (actor: string) => string;
  /** `2026-11-23 10:00` in the house's zone. */
  readonly time: (instant: string) => string;
  /** With a colon before it, where there is a sum. */
  readonly sum: (money: Money | undefined) => string;
}

const ACTORS: Readonly<Record<string, Localized>> = {
  customer: { en: 'customer', 'zh-Hans': '客户' },
  system: { en: 'Amends', 'zh-Hans': '系统' },
};

export function sayer({ timeZone, names }: SheetHouse, language: Language): Say {
  const name: Say['name'] = (kind, id) => names[kind].find((one) => one.id === id)?.name[language] ?? id;
  return {
    language,
    name,
    who: (actor) => ACTORS[actor]?.[language] ?? name('agents', actor.replace(/^agent:/, '')),
    time: (instant) => momentOf(instant, timeZone),
    sum: (money) => (money === undefined ? '' : `${language === 'en' ? ': ' : '：'}${moneyInWords(money, language)}`),
  };
}

/** The same in both languages, as registers are kept: year first, hours of the day. */
function momentOf(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return parts.format(new Date(instant));
}
