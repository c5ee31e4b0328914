import { type Html, html, joined } from '../../markup/html.ts'
import { type JsonSchema, nameOf } from './schemas.ts'

/** A schema as HTML that reads like a type, with links to what has a name. */
export function typeText(schema: JsonSchema, indent = ''): Html {
  const name = nameOf(schema)
  if (name !== undefined) return html`<a href="#schema-${name}">${name}</a>`
  if (schema.const !== undefined) return html`${literal(schema.const)}`
  if (schema.enum) return joined(schema.enum.map(literal), ' | ')
  if (schema.anyOf) return oneBesideAnother(schema.anyOf, ' | ', indent)
  if (schema.allOf) return oneBesideAnother(schema.allOf, ' & ', indent)
  if (schema.items) return html`Array&lt;${typeText(schema.items, indent)}&gt;${limits(schema)}`
  if (schema.properties) return objectText(schema, indent)
  if (schema.not) return html`never`
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['any'])
  return html`${joined(types, ' | ')}${limits(schema)}`
}

function oneBesideAnother(forms: readonly JsonSchema[], sign: string, indent: string): Html {
  return joined(
    forms.map((each) => typeText(each, indent)),
    sign,
  )
}

function objectText({ properties = {}, required = [] }: JsonSchema, indent: string): Html {
  const deeper = `${indent}  `
  const lines = Object.entries(properties)
    // What must be absent tells the forms of a request apart; to who reads it, it is noise.
    .filter(([, schema]) => schema.not === undefined)
    .map(([name, schema]) => {
      const mark = required.includes(name) ? '' : '?'
      return html`${deeper}${name}${mark}: ${typeText(schema, deeper)}\n`
    })
  return lines.length === 0 ? html`{}` : html`{\n${lines}${indent}}`
}

const kinds: readonly (readonly [string, string])[] = [
  ['format', ''],
  ['pattern', 'matches '],
  ['minLength', 'at least '],
  ['maxLength', 'at most '],
  ['minItems', 'at least '],
  ['maxItems', 'at most '],
  ['minimum', 'from '],
  ['maximum', 'to '],
  ['multipleOf', 'a multiple of '],
  ['default', 'by default '],
]

/** What else it must be, as a remark. */
function limits(schema: JsonSchema): Html | null {
  const told = kinds.flatMap(([keyword, words]) => {
    const value = schema[keyword]
    return typeof value === 'string' || typeof value === 'number' ? [`${words}${value}`] : []
  })
  return told.length === 0 ? null : html` <i>${told.join(', ')}</i>`
}

function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll('"', "'")
}
