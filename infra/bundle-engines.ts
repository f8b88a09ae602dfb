import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import type { AmendsConfig } from '../shared/config/schema.ts';

type EngineKind = 'comprehend' | 'bedrock';

/** What of the engines is left out of a bundle, and when. */
interface Part {
  /** The file through which all of it comes into a bundle. */
  readonly filter: RegExp;
  isIn(kinds: ReadonlySet<EngineKind>): boolean;
  readonly standIn: string;
}

const neverCalled = (name: string) =>
  `export const ${name}=()=>{throw new Error("${name}: the config has no such engine, so it is left out of this bundle: infra/bundle-engines.ts")}`;

const PARTS: readonly Part[] = [
  {
    filter: /[\\/]functions[\\/]assess[\\/]engines[\\/]index\.ts$/,
    isIn: (kinds) => kinds.size > 0,
    standIn: 'export const openSecondReader=()=>undefined',
  },
  {
    filter: /[\\/]adapters[\\/]comprehend[\\/]comprehend-engine\.ts$/,
    isIn: (kinds) => kinds.has('comprehend'),
    standIn: neverCalled('comprehendEngine'),
  },
  {
    filter: /[\\/]adapters[\\/]bedrock[\\/]bedrock-engine\.ts$/,
    isIn: (kinds) => kinds.has('bedrock'),
    standIn: neverCalled('bedrockEngine'),
  },
];

/** Who translates comments in digests; left out where the config names nobody. */
const TRANSLATOR = {
  filter: /[\\/]functions[\\/]digest[\\/]translator[\\/]index\.ts$/,
  standIn: 'export const openTranslator=()=>undefined',
};

/** Packages of Bedrock's client that no call of ours uses, and that would be a third of a door. */
const UNUSED_BY_CONVERSE = /^@aws-sdk\/(?:eventstream-handler-node|middleware-eventstream|middleware-websocket|token-providers)$/;
const BEDROCK_STREAMS = join(import.meta.dirname, 'bundle-stand-ins', 'bedrock-streams.ts');

/** The engines that a config turns on for any language. */
export const engineKinds = ({ understanding }: AmendsConfig): ReadonlySet<EngineKind> =>
  new Set(Object.values(understanding.engines).flatMap((choice) => (choice === undefined ? [] : [choice.engine])));

/**
 * Leaves the engines out that the config does not turn on, with their SDK clients. They are imported statically and not dynamically, for whose
 * sake a bundler would keep all that two pieces share in separately started parts, at the cost of every cold start.
 */
export const enginesTurnedOn = (config: AmendsConfig): Plugin => ({
  name: 'amends-engines',
  setup(esbuild) {
    const kinds = engineKinds(config);
    for (const { filter, isIn, standIn } of PARTS) {
      if (!isIn(kinds)) esbuild.onLoad({ filter }, () => ({ contents: standIn, loader: 'js' }));
    }
    if (config.translation === undefined)
      esbuild.onLoad({ filter: TRANSLATOR.filter }, () => ({ contents: TRANSLATOR.standIn, loader: 'js' }));
    esbuild.onResolve({ filter: UNUSED_BY_CONVERSE }, () => ({ path: BEDROCK_STREAMS }));
  },
});
