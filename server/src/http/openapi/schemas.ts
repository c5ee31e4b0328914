import * as audit from '@expertconnect/contract/audit/shapes'
import * as boards from '@expertconnect/contract/boards/shapes'
import * as bookings from '@expertconnect/contract/bookings/shapes'
import * as experts from '@expertconnect/contract/experts/shapes'
import * as people from '@expertconnect/contract/people/shapes'
import * as primitives from '@expertconnect/contract/primitives'
import * as problem from '@expertconnect/contract/problem'
import * as schedules from '@expertconnect/contract/schedules/shapes'
import * as z from 'zod/mini'

/** A JSON Schema of the dialect 2020-12, as it stands in the document. */
export interface JsonSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly not?: JsonSchema
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly [keyword: string]: unknown
}

const descriptions: Readonly<Record<string, string>> = {
  Instant:
    'An instant in UTC, ISO 8601 with `Z`. Starts and ends of sessions are whole minutes: `2026-11-23T10:00:00Z`.',
  PlainDate: 'A calendar date; which zone it is meant in stands beside it.',
  TimeZone: 'A name of the IANA time-zone database, such as `Asia/Kathmandu`.',
  Money: 'Minor units (cents) of a currency of ISO 4217.',
  Minutes: 'The length of a session.',
  Problem: 'A problem document (RFC 9457). Switch on `code`, never on a text.',
  InputFault:
    'Where the input is at fault, as a JSON pointer in a URI fragment, and what is wrong.',
}

const component = '#/components/schemas/'

/** Makes JSON Schemas of the contract's, and gathers those that have a name there. */
export function createSchemas() {
  const names = z.registry<{ id: string }>()
  const modules = [audit, boards, bookings, experts, people, primitives, problem, schedules]
  for (const [name, value] of modules.flatMap((each) => Object.entries<unknown>(each))) {
    // Parameters stand one by one in the document.
    if (isSchema(value) && !/(Query|Params)$/.test(name)) names.add(value, { id: name })
  }
  const components = new Map<string, JsonSchema>()

  /** `input` is what may be sent, `output` what is answered. What has a name is referred to. */
  function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output'): JsonSchema {
    const made = z.toJSONSchema(schema, { io, metadata: names, override: tidy })
    const { $schema: _dialect, $defs = {}, ...rest } = made
    for (const [name, definition] of Object.entries($defs)) note(name, inDocument(definition))
    return inDocument(rest)
  }

  function note(name: string, { id: _id, ...definition }: JsonSchema): void {
    const description = descriptions[name]
    const complete = description === undefined ? definition : { description, ...definition }
    const before = components.get(name)
    if (before && JSON.stringify(before) !== JSON.stringify(complete)) {
      throw new Error(`${name} is not the same where it is sent and where it is answered`)
    }
    components.set(name, complete)
  }

  return {
    schemaOf,
    components: (): Record<string, JsonSchema> =>
      Object.fromEntries([...components].toSorted(([a], [b]) => a.localeCompare(b))),
  }
}

function isSchema(value: unknown): value is z.core.$ZodType {
  return typeof value === 'object' && value !== null && '_zod' in value
}

/** Says what matters: a pattern beside a format repeats it, and the largest integer is no rule of ours. */
function tidy({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  // More fields may come; whoever reads must not stumble over them.
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
}

/** Named schemas stand in one place of the document. */
function inDocument(schema: unknown): JsonSchema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', `"${component}`)) as JsonSchema
}

/** The name of what is referred to, if it is. */
export function nameOf({ $ref }: JsonSchema): string | undefined {
  return $ref?.startsWith(component) ? $ref.slice(component.length) : undefined
}
