/** What one round came to; times in microseconds. */
export interface Figure {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  /** What the server held more at its end than before it. */
  readonly heldMegabytes?: number
  /** The same for each of many. */
  readonly heldKibibytes?: number
}

/** Microseconds of the machine's monotonic clock, which all processes share. */
export function microseconds(): number {
  const [seconds, nanoseconds] = process.hrtime()
  return seconds * 1e6 + nanoseconds / 1e3
}

export function figureOf(latencies: readonly number[], elapsed: number): Figure {
  const sorted = Float64Array.from(latencies).sort()
  return {
    perSecond: tenths((latencies.length * 1e6) / elapsed),
    p50: tenths(quantile(sorted, 0.5)),
    p99: tenths(quantile(sorted, 0.99)),
  }
}

export function tenths(value: number): number {
  return Math.round(value * 10) / 10
}

function quantile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function medianOf(figures: readonly Figure[]): Figure {
  const median = (read: (figure: Figure) => number) =>
    quantile(
      figures.map(read).toSorted((a, b) => a - b),
      0.5,
    )
  return {
    perSecond: median((figure) => figure.perSecond),
    p50: median((figure) => figure.p50),
    p99: median((figure) => figure.p99),
  }
}
