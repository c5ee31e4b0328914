import { escapeHtml } from '../pages/page-head.ts'
import { type JsonSchema, nameOf } from './schemas.ts'

/** A schema as HTML that reads like a type, with links to what has a name. */
export function typeText(schema: JsonSchema, indent = ''): string {
  const name = nameOf(schema)
  if (name !== undefined) return `<a href="#schema-${escapeHtml(name)}">${escapeHtml(name)}</a>`
  if (schema.const !== undefined) return literal(schema.const)
  if (schema.enum) return schema.enum.map(literal).join(' | ')
  if (schema.anyOf) return schema.anyOf.map((each) => typeText(each, indent)).join(' | ')
  if (schema.allOf) return schema.allOf.map((each) => typeText(each, indent)).join(' &amp; ')
  if (schema.items) return `Array&lt;${typeText(schema.items, indent)}&gt;${limits(schema)}`
  if (schema.properties) return objectText(schema, indent)
  if (schema.not) return 'never'
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['any'])
  return types.map(escapeHtml).join(' | ') + limits(schema)
}

function objectText({ properties = {}, required = [] }: JsonSchema, indent: string): string {
  const deeper = `${indent}  `
  const lines = Object.entries(properties)
    // What must be absent tells the forms of a request apart; to who reads it, it is noise.
    .filter(([, schema]) => schema.not === undefined)
    .map(([name, schema]) => {
      const mark = required.includes(name) ? '' : '?'
      return `${deeper}${escapeHtml(name)}${mark}: ${typeText(schema, deeper)}\n`
    })
  return lines.length === 0 ? '{}' : `{\n${lines.join('')}${indent}}`
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
function limits(schema: JsonSchema): string {
  const told = kinds.flatMap(([keyword, words]) => {
    const value = schema[keyword]
    return typeof value === 'string' || typeof value === 'number' ? [`${words}${value}`] : []
  })
  return told.length === 0 ? '' : ` <i>${escapeHtml(told.join(', '))}</i>`
}

function literal(value: unknown): string {
  return escapeHtml(JSON.stringify(value).replaceAll('"', "'"))
}
