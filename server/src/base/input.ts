import type { InputFault } from '@expertconnect/contract/problem'
import * as z from 'zod/mini'
import { type Instant, parseInstant } from '../domain/time/instant.ts'
import { invalid, Refused } from './problem.ts'

z.config(z.locales.en())

/** Parses one part of a request; throws all faults at once, each with its JSON pointer. */
export function parseInput<T>(schema: z.ZodMiniType<T>, value: unknown): T {
  const parsed = schema.safeParse(value ?? {})
  if (parsed.success) return parsed.data
  const errors = faultsOf(parsed.error.issues, value)
  throw new Refused('invalid_input', { errors })
}

/** Starts come as instants of the contract's form; dates that no calendar has are refused here. */
export function readInstant(iso: string, pointer: string): Instant {
  try {
    return parseInstant(iso)
  } catch {
    throw invalid(pointer, 'No such instant')
  }
}

/** A stretch of time that is asked for; one that does not end after its beginning is refused. */
export function readRange(asked: { readonly from: string; readonly to: string }): {
  readonly from: Instant
  readonly to: Instant
} {
  const from = readInstant(asked.from, '#/from')
  const to = readInstant(asked.to, '#/to')
  if (to <= from) throw invalid('#/to', 'Must be after from')
  return { from, to }
}

type Issue = z.core.$ZodIssue

function faultsOf(
  issues: readonly Issue[],
  value: unknown,
  base: PropertyKey[] = [],
): InputFault[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path]
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      return faultsOf(likeliest(issue.errors, value), value, path)
    }
    return [{ pointer: pointerOf(path), detail: issue.message }]
  })
}

/** Of the forms that an input may have, the one that it was meant to have: whose faulty fields were really sent. */
function likeliest(forms: readonly Issue[][], value: unknown): Issue[] {
  const sent = new Set<PropertyKey>(value && typeof value === 'object' ? Object.keys(value) : [])
  const missed = (form: Issue[]) =>
    form.filter(
      (issue) =>
        !sent.has(issue.path[0] ?? '') || ('expected' in issue && issue.expected === 'never'),
    ).length
  return forms.toSorted((a, b) => missed(a) - missed(b) || a.length - b.length)[0] ?? []
}

/** RFC 6901, as a URI fragment. */
function pointerOf(path: readonly PropertyKey[]): string {
  return [
    '#',
    ...path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')),
  ].join('/')
}
