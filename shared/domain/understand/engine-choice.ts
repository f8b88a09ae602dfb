import type { EngineChoice, EngineSettings } from './engine-settings.ts';

/** The engine that the config names for a language as `understand` tells it; none where nothing could be told (`und`). */
export function engineChoice({ engines }: EngineSettings, language: string): EngineChoice | undefined {
  switch (language) {
    case 'en':
    case 'zh-Hans':
    case 'zh-Hant':
      return engines[language];
    case 'und':
      return undefined;
    default:
      return engines.other;
  }
}

/** The name that an understanding bears when this engine read it. */
export const engineName = (choice: EngineChoice): string => (choice.engine === 'bedrock' ? `bedrock:${choice.model}` : choice.engine);
