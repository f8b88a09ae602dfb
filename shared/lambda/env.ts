import * as z from 'zod/mini';
import { SetupError } from '../domain/errors.ts';

/**
 * Reads the environment once, when first asked, so that importing a module needs no environment.
 * @throws SetupError that lists every variable that is missing or malformed, without values: what fails, fails at the cold start and whole.
 */
export function lazyEnv<Shape extends z.core.$ZodLooseShape>(shape: Shape): () => z.output<z.ZodMiniObject<Shape>> {
  const schema = z.object(shape);
  let env: z.output<typeof schema> | undefined;
  return () => {
    if (env === undefined) {
      const parsed = schema.safeParse(process.env);
      if (!parsed.success) {
        const names = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))];
        throw new SetupError(`environment: expected the variables ${names.join(', ')}; they are missing or malformed. infra/ sets them.`);
      }
      env = parsed.data;
    }
    return env;
  };
}

/** A variable that must be there and not be empty. */
export const present = z.string().check(z.minLength(1));
