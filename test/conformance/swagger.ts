// As much of the Bot Connector's Swagger as is needed to say what a call takes, what it answers, and whether a value is of that type.
import { Ajv } from 'ajv';
import { z } from 'zod';

/** As Swagger has it: a reference, a collection, or a type. */
const Schema = z.looseObject({
  $ref: z.string().optional(),
  get items() {
    return Schema.optional();
  },
  get properties() {
    return z.record(z.string(), Schema).optional();
  },
});
type Schema = z.infer<typeof Schema>;

const Operation = z.looseObject({
  parameters: z.array(z.looseObject({ in: z.string(), schema: Schema.optional() })).default([]),
  responses: z.record(z.string(), z.looseObject({ schema: Schema.optional() })).default({}),
});
const Description = z.object({
  definitions: z.record(z.string(), Schema),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
});

export interface Call {
  readonly method: string;
  /** From /v3 on, with its ids as they were sent. */
  readonly path: string;
}

export interface Swagger {
  /** The type that a call takes, by its name; null where the description knows no such call or no body of it. */
  takes(call: Call): string | null;
  /** What a call answers: null where the description does not know the call, or nothing with this status. */
  answers(call: Call & { readonly status: number }): Schema | null;
  /** Paths of properties that the type does not have, at any depth. */
  strangers(value: unknown, schema: Schema): readonly string[];
  /** What is not as the type wants it. */
  faults(value: unknown, schema: Schema): readonly string[];
}

export const named = (name: string): Schema => ({ $ref: `#/definitions/${name}` });

export function readSwagger(text: string): Swagger {
  const { definitions, paths } = Description.parse(JSON.parse(text));
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'swagger', definitions });
  const nameIn = (schema: Schema | undefined): string | undefined => schema?.$ref?.replace('#/definitions/', '');

  function operationOf({ method, path }: Call): z.infer<typeof Operation> | undefined {
    const segments = path.split('/');
    const fits = (pattern: string): boolean => {
      const parts = pattern.split('/');
      return (
        parts.length === segments.length &&
        parts.every((part, place) => part.startsWith('{') || part === segments[place])
      );
    };
    return Object.entries(paths)
      .filter(([pattern]) => fits(pattern))
      .map(([, operations]) => operations[method.toLowerCase()])
      .find((operation) => operation !== undefined);
  }

  function strangers(value: unknown, schema: Schema, at = ''): readonly string[] {
    const type = definitions[nameIn(schema) ?? ''] ?? schema;
    if (Array.isArray(value)) return value.flatMap((one) => strangers(one, type.items ?? {}, `${at}[]`));
    const { properties } = type;
    if (typeof value !== 'object' || value === null || properties === undefined) return [];
    return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
      const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
      return known ? strangers(inner, known, `${at}.${name}`) : [`${at}.${name} (${nameIn(schema)})`];
    });
  }

  return {
    takes: (call) => nameIn(operationOf(call)?.parameters.find((one) => one.in === 'body')?.schema) ?? null,
    answers(call) {
      const responses = operationOf(call)?.responses ?? {};
      return (responses[call.status] ?? (call.status >= 400 ? responses['default'] : undefined))?.schema ?? null;
    },
    strangers: (value, schema) => strangers(value, schema),
    faults(value, schema) {
      const validate = ajv.compile(inside(schema));
      return validate(value) ? [] : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message}`);
    },
  };
}

/** References are to the description that Ajv knows as `swagger`. */
const inside = (schema: Schema): Schema => ({
  ...schema,
  ...(schema.$ref === undefined ? {} : { $ref: `swagger${schema.$ref}` }),
  ...(schema.items === undefined ? {} : { items: inside(schema.items) }),
});
