import * as z from 'zod/mini';

/** As much of an OpenAPI document as the page shows. */
export interface Schema {
  readonly $ref?: string | undefined;
  readonly type?: string | readonly string[] | undefined;
  readonly format?: string | undefined;
  readonly description?: string | undefined;
  readonly const?: unknown;
  readonly enum?: readonly unknown[] | undefined;
  readonly default?: unknown;
  readonly items?: Schema | undefined;
  readonly oneOf?: readonly Schema[] | undefined;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly examples?: readonly unknown[] | undefined;
}

const Schema: z.ZodMiniType<Schema> = z.lazy(() =>
  z.object({
    $ref: z.optional(z.string()),
    type: z.optional(z.union([z.string(), z.array(z.string())])),
    format: z.optional(z.string()),
    description: z.optional(z.string()),
    const: z.optional(z.unknown()),
    enum: z.optional(z.array(z.unknown())),
    default: z.optional(z.unknown()),
    // A tuple of fixed length allows nothing beyond it: `false`.
    items: z.pipe(
      z.optional(z.union([Schema, z.literal(false)])),
      z.transform((items) => (items === false ? undefined : items)),
    ),
    oneOf: z.optional(z.array(Schema)),
    anyOf: z.optional(z.array(Schema)),
    properties: z.optional(z.record(z.string(), Schema)),
    required: z.optional(z.array(z.string())),
    examples: z.optional(z.array(z.unknown())),
  }),
);

const Content = z.record(z.string(), z.object({ schema: Schema, example: z.optional(z.unknown()) }));

export const Operation = z.object({
  operationId: z.string(),
  summary: z.string(),
  description: z.optional(z.string()),
  parameters: z.optional(
    z.array(
      z.object({
        in: z.string(),
        name: z.string(),
        required: z.optional(z.boolean()),
        description: z.optional(z.string()),
        schema: Schema,
      }),
    ),
  ),
  requestBody: z.optional(z.object({ content: Content })),
  responses: z.record(z.string(), z.object({ description: z.string(), content: z.optional(Content) })),
});
export type Operation = z.infer<typeof Operation>;

export const Document = z.object({
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), Schema) }),
});
