import type { Answer } from '../clients/own.ts'
import { codeOf } from '../clients/send.ts'
import type { Stored } from '../engines/engine.ts'
import type { Operation, Violation } from '../history.ts'

/**
 * I3: when nobody waits for an answer any more, each record was answered to somebody, each key that was acknowledged had
 * the effect that was told, and no other had one. `known`: records that no client made.
 */
export function checkEffects(
  operations: readonly Operation[],
  { records, answers }: Stored,
  known: ReadonlySet<string>,
): Violation[] {
  const effects = new Map<string, string[]>()
  for (const { key, recordId } of answers) {
    effects.set(key, [...(effects.get(key) ?? []), recordId])
  }
  const told = new Set(known)
  const outcomes = new Map<string, Operation[]>()
  for (const operation of operations) {
    const { key, outcome } = operation
    if (outcome === 'ok') told.add(idIn(operation))
    if (key !== undefined) outcomes.set(key, [...(outcomes.get(key) ?? []), operation])
  }
  const unknown = records.filter(({ id }) => !told.has(id))
  const found: Violation[] = unknown.map((record) => ({
    invariant: 'I3',
    says: 'a record was made that nobody was told of',
    about: record,
  }))
  for (const [key, all] of outcomes) {
    const fault = faultOf(all, effects.get(key) ?? [])
    if (fault) found.push({ invariant: 'I3', says: fault, about: { key, all } })
  }
  return found
}

function faultOf(all: readonly Operation[], effects: readonly string[]): string | null {
  const ids = new Set(all.filter(({ outcome }) => outcome === 'ok').map(idIn))
  if (ids.size > 1) return 'a key was answered with several records'
  const [id] = ids
  if (id !== undefined) {
    if (effects.length !== 1) return `a key had ${effects.length} effects`
    return effects[0] === id ? null : 'a key had another effect than was told'
  }
  const isRefused = all.every((each) => each.outcome === 'fail' && codeOf(each) !== 'key_reused')
  return isRefused && effects.length > 0 ? 'a key that was refused had an effect' : null
}

function idIn({ answer }: Operation): string {
  const { booking, id } = JSON.parse(answer || '{}') as Answer
  return booking?.id ?? id ?? ''
}
