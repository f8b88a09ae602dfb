import { Container } from '@nlpjs/core';
import { LangZh } from '@nlpjs/lang-zh';
import { SentimentAnalyzer } from '@nlpjs/sentiment';
import Sentiment from 'sentiment';
import vader from 'vader-sentiment';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

/** A package that people use to read sentiment, as its documentation says. */
export interface Rival {
  readonly name: string;
  readonly language: 'en' | 'zh';
  /** Below 0 negative, above 0 positive. */
  readonly score: (text: string) => Promise<number> | number;
  /** Nearer to 0 than this is neutral, where the package's documentation gives a bound. */
  readonly neutralBelow: number;
}

/** VADER's README: neutral between −0.05 and 0.05. The others give no bound: neutral is 0. */
export function rivals(): Rival[] {
  const afinn = new Sentiment();
  const wink = winkNLP(model, ['sbd', 'negation', 'sentiment']);
  const container = new Container();
  container.use(LangZh);
  const nlpjs = new SentimentAnalyzer({ container });
  return [
    {
      name: 'vader-sentiment',
      language: 'en',
      score: (text) => vader.SentimentIntensityAnalyzer.polarity_scores(text).compound,
      neutralBelow: 0.05,
    },
    { name: 'sentiment (AFINN)', language: 'en', score: (text) => afinn.analyze(text).comparative, neutralBelow: Number.MIN_VALUE },
    {
      name: 'wink-nlp',
      language: 'en',
      score: (text) => Number(wink.readDoc(text).out(wink.its.sentiment)),
      neutralBelow: Number.MIN_VALUE,
    },
    {
      name: '@nlpjs/sentiment',
      language: 'zh',
      score: async (text) => (await nlpjs.process({ locale: 'zh', text })).sentiment.score,
      neutralBelow: Number.MIN_VALUE,
    },
  ];
}
