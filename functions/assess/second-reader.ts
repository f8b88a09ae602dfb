import { combine, fallBack } from '../../shared/domain/understand/combine.ts';
import { engineChoice, engineName } from '../../shared/domain/understand/engine-choice.ts';
import type { EngineChoice, EngineSettings } from '../../shared/domain/understand/engine-settings.ts';
import type { Understanding } from '../../shared/domain/understand/understanding.ts';
import type { TextEngine } from '../../shared/ports.ts';

/** Puts over our own reading what the config's other engine for its language says, or that it said nothing and why. Never throws. */
export type SecondReader = (text: string, own: Understanding) => Promise<Understanding>;

/**
 * Each engine is opened when the first text for it comes, and once. A text in a language without an engine, or that its engine does not know,
 * keeps our own reading as it is.
 */
export function secondReader(settings: EngineSettings, open: (choice: EngineChoice) => TextEngine): SecondReader {
  const opened = new Map<string, TextEngine>();
  const engineFor = (language: string): TextEngine | undefined => {
    const choice = engineChoice(settings, language);
    if (choice === undefined) return undefined;
    const name = engineName(choice);
    const engine = opened.get(name) ?? open(choice);
    opened.set(name, engine);
    return engine.reads(language) ? engine : undefined;
  };
  return async (text, own) => {
    const engine = engineFor(own.language);
    if (engine === undefined) return own;
    const { verdict, failure } = await engine.read({ text, language: own.language, own });
    return verdict === undefined ? fallBack(own, engine.name, failure) : combine(own, verdict, engine.name);
  };
}
