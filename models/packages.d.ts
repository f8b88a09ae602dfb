/** What we use of packages that come without types. */
declare module 'vader-sentiment' {
  const vader: { readonly SentimentIntensityAnalyzer: { polarity_scores(text: string): { readonly compound: number } } };
  export default vader;
}
declare module 'sentiment' {
  export default class Sentiment {
    analyze(text: string): { readonly comparative: number };
  }
}
declare module '@nlpjs/core' {
  export class Container {
    use(plugin: unknown): void;
  }
}
declare module '@nlpjs/lang-zh' {
  export const LangZh: unknown;
}
declare module '@nlpjs/sentiment' {
  export class SentimentAnalyzer {
    constructor(settings: { container: unknown });
    process(input: { locale: string; text: string }): Promise<{ readonly sentiment: { readonly score: number } }>;
  }
}
