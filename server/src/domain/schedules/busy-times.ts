import type { BusyTime } from './schedule.ts'

/** The same times, ascending and apart: those that overlap or touch are one. */
export function mergeBusy(times: readonly BusyTime[]): BusyTime[] {
  const merged: BusyTime[] = []
  for (const time of times.toSorted((a, b) => a.from - b.from)) {
    if (time.to <= time.from) continue
    const last = merged.at(-1)
    if (last && time.from <= last.to) {
      if (time.to > last.to) merged[merged.length - 1] = { from: last.from, to: time.to }
    } else {
      merged.push({ from: time.from, to: time.to })
    }
  }
  return merged
}

/** The first of these times, ascending and apart, that a stretch of time runs into. */
export function firstWithin(
  busy: readonly BusyTime[],
  { from, to }: BusyTime,
): BusyTime | undefined {
  let low = 0
  let high = busy.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((busy[middle]?.to ?? from) > from) high = middle
    else low = middle + 1
  }
  const found = busy[low]
  return found && found.from < to ? found : undefined
}

/** Those that reach into a stretch of time. */
export function busyWithin(busy: readonly BusyTime[], { from, to }: BusyTime): BusyTime[] {
  return busy.filter((time) => time.to > from && time.from < to)
}

export function sameBusy(a: readonly BusyTime[], b: readonly BusyTime[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ from, to }, index) => b[index]?.from === from && b[index]?.to === to)
  )
}
