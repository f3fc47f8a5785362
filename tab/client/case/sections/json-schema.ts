import { z } from 'zod';

/** The part of JSON Schema (draft 2020-12) that a part of a case is described in. */
export interface JsonSchema {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly type?: string | readonly string[] | undefined;
  readonly enum?: readonly string[] | undefined;
  /** Words for the values of `enum` that are codes. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  readonly properties?: Readonly<Record<string, JsonSchema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly items?: JsonSchema | undefined;
  readonly anyOf?: readonly JsonSchema[] | undefined;
  readonly $ref?: string | undefined;
  readonly $defs?: Readonly<Record<string, JsonSchema>> | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly maxLength?: number | undefined;
}

const schemas = z.record(
  z.string(),
  z.lazy(() => jsonSchema),
);

const jsonSchema: z.ZodType<JsonSchema> = z.object({
  title: z.string().optional(),
  description: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.string()).optional(),
  labels: z.record(z.string(), z.string()).optional(),
  properties: schemas.optional(),
  required: z.array(z.string()).optional(),
  items: z.lazy(() => jsonSchema).optional(),
  anyOf: z.array(z.lazy(() => jsonSchema)).optional(),
  $ref: z.string().optional(),
  $defs: schemas.optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxLength: z.number().optional(),
});

/** Reads what the server sent; a schema that this form cannot follow throws, as a fault of the server. */
export const readJsonSchema = (schema: unknown): JsonSchema => jsonSchema.parse(schema);
