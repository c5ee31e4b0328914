import type { Hours } from '@expertconnect/contract/schedules/shapes'
import { clockOf, minutesOf } from './clock.ts'

export type Edge = 'from' | 'to'

/** How far an edge can go: not over its own other one, nor into another window. Minutes after midnight. */
export function limitsOf(hours: readonly Hours[], at: number, edge: Edge): [number, number] {
  const own = spanOf(hours[at])
  const others = hours.filter((_, index) => index !== at).map(spanOf)
  if (edge === 'from') {
    const before = others.map(({ to }) => to).filter((to) => to <= own.from)
    return [Math.max(0, ...before), own.to - 15]
  }
  const after = others.map(({ from }) => from).filter((from) => from >= own.to)
  return [own.from + 15, Math.min(1440, ...after)]
}

/** The windows with one edge moved as far as it can go; the same ones if that is nowhere. */
export function moveEdge(
  hours: readonly Hours[],
  at: number,
  edge: Edge,
  minutes: number,
): readonly Hours[] {
  const [least, most] = limitsOf(hours, at, edge)
  const clock = clockOf(Math.max(least, Math.min(most, minutes)))
  if (hours[at]?.[edge] === clock) return hours
  return hours.map((window, index) => (index === at ? { ...window, [edge]: clock } : window))
}

/** An hour more, from a minute that is free, in the order of the day; nothing where no quarter of it is. */
export function drawWindow(
  hours: readonly Hours[],
  minutes: number,
): { hours: Hours[]; at: number } | null {
  const from = Math.max(0, Math.min(1425, minutes))
  const spans = hours.map(spanOf)
  if (hours.length >= 12 || spans.some((span) => span.from <= from && from < span.to)) return null
  const next = Math.min(1440, ...spans.map((span) => span.from).filter((start) => start > from))
  const drawn = { from: clockOf(from), to: clockOf(Math.min(from + 60, next)) }
  const at = spans.filter((span) => span.from < from).length
  return { hours: hours.toSpliced(at, 0, drawn), at }
}

/** What is not a time yet takes no room. */
function spanOf(window: Hours | undefined): { from: number; to: number } {
  const [from, to] = [minutesOf(window?.from ?? ''), minutesOf(window?.to ?? '')]
  return from === null || to === null ? { from: 0, to: 0 } : { from, to }
}
