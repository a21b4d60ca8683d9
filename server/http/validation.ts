import type { FastifySchemaValidationError } from 'fastify/types/schema.js';
import type { TObject, TSchema } from 'typebox';
import { nearest } from '../../data/text/nearest.ts';
import { ProblemError } from './problem.ts';

/** Nothing is coerced, removed or forgiven; every fault is reported, with what was given. */
export const AJV_OPTIONS = {
  removeAdditional: false,
  coerceTypes: false,
  useDefaults: true,
  allErrors: true,
  verbose: true,
} as const;

/** Looked up in the dataset, so that an unknown value is a 404 with the nearest there is, and no bad request. */
const LOOKED_UP = ['metric', 'area', 'period', 'group', 'benchmark'];

const WORD = { type: 'string', minLength: 1, maxLength: 80 };

type Property = { default?: string; maxLength?: number };

const word = ({ default: fallback, maxLength = 0 }: Property) => ({
  ...WORD,
  maxLength: Math.max(WORD.maxLength, maxLength),
  default: fallback,
});

/** The schema to validate a request by: what is looked up is any short text, the rest as the contract has it. */
export function requestSchema(schema: TObject): object {
  const properties = Object.entries(schema.properties).map(([name, property]) => [
    name,
    LOOKED_UP.includes(name) ? word(property as Property) : property,
  ]);
  return {
    type: 'object',
    properties: Object.fromEntries(properties as [string, TSchema][]),
    required: schema.required ?? [],
    additionalProperties: false,
  };
}

type Fault = FastifySchemaValidationError & {
  data?: unknown;
  parentSchema?: { properties?: Record<string, unknown> };
};

const shown = (value: unknown) => `'${String(value).slice(0, 80)}'`;

function problemOf(fault: Fault): ProblemError {
  const { keyword, params, data } = fault;
  const name = fault.instancePath.slice(1);
  switch (keyword) {
    case 'additionalProperties': {
      const given = String(params.additionalProperty);
      const allowed = Object.keys(fault.parentSchema?.properties ?? {});
      const [meant] = nearest(
        given,
        allowed.map((id) => ({ id })),
        1,
      );
      const hint = meant ? ` Did you mean '${meant}'?` : '';
      const list = allowed.length > 0 ? `Allowed: ${allowed.join(', ')}.` : 'This question takes none.';
      return new ProblemError(
        'unknown_parameter',
        `Unknown parameter ${shown(given)}. ${list}${hint}`,
        allowed,
      );
    }
    case 'required': {
      const needed = (fault.parentSchema as { required?: string[] })?.required ?? [];
      return new ProblemError(
        'missing_parameter',
        `The parameter '${params.missingProperty}' is missing. Needed: ${needed.join(', ')}.`,
        needed,
      );
    }
    case 'enum': {
      if (Array.isArray(data)) return repeated(name, data);
      const allowed = (params.allowedValues as unknown[]).map(String);
      return new ProblemError(
        'invalid_value',
        `The parameter '${name}' is ${shown(data)}. Allowed: ${allowed.join(', ')}.`,
        allowed,
      );
    }
    case 'type':
      if (Array.isArray(data)) return repeated(name, data);
      break;
    case 'minLength':
      return new ProblemError('missing_parameter', `The parameter '${name}' is empty.`);
    case 'maxLength':
      return new ProblemError(
        'invalid_value',
        `The parameter '${name}' is longer than ${params.limit} characters.`,
      );
  }
  return new ProblemError('invalid_value', `The parameter '${name}' ${fault.message}.`);
}

const repeated = (name: string, values: unknown[]) =>
  new ProblemError(
    'repeated_parameter',
    `The parameter '${name}' is given ${values.length} times; give it once.`,
  );

/** The first fault of a request as a problem: an unknown parameter before all, since it explains the others. */
export function validationProblem(faults: readonly FastifySchemaValidationError[]): ProblemError {
  const first = faults.find(({ keyword }) => keyword === 'additionalProperties') ?? faults[0];
  if (!first) return new ProblemError('bad_request', 'The request could not be read.');
  return problemOf(first as Fault);
}
