import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Stands in for the SDK's credential chain in bundles. Lambda hands a function its credentials in the environment, so the chain's other links
 * (profiles, SSO, instance metadata, web identity) would only be weight at each cold start: 135 KB of a 331 KB client.
 */
export const defaultProvider = fromEnv;
