import type { Span } from './booking.ts'
import { minute } from '../time/instant.ts'

const cellLength = 15 * minute

/**
 * The 15-minute cells of `[startsAt, until)` on the UTC line, ascending. Two records of one expert overlap exactly
 * if they share a cell, whatever their lengths: the engines keep cells unique per expert.
 */
export function cellsOf(span: Pick<Span, 'startsAt' | 'until'>): number[] {
  const cells: number[] = []
  const end = Math.ceil(span.until / cellLength)
  for (let cell = Math.floor(span.startsAt / cellLength); cell < end; cell++) cells.push(cell)
  return cells
}
