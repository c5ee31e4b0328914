import type { SlotView } from '../feed/board-view.ts'

/** Starts in a row that show as one tile. */
export type Run = readonly [SlotView, ...SlotView[]]

/** The starts of a day that are taken side by side with others, so that they hide the free ones among them. */
export function takenSideBySide(slots: readonly SlotView[]): ReadonlySet<string> {
  const isTaken = (at: number) => slots[at]?.state === 'taken'
  return new Set(
    slots
      .filter((_, at) => isTaken(at) && (isTaken(at - 1) || isTaken(at + 1)))
      .map(({ startsAt }) => startsAt),
  )
}

/**
 * The tiles of some starts: those that are folded stand together in one as long as they are neighbours. Which they are is
 * decided once, when the day is opened: what changes after that changes in its place.
 */
export function runsOf(slots: readonly SlotView[], folded: ReadonlySet<string>): Run[] {
  const runs: [SlotView, ...SlotView[]][] = []
  let before: SlotView | undefined
  for (const slot of slots) {
    const run = runs.at(-1)
    if (run && before && folded.has(before.startsAt) && folded.has(slot.startsAt)) run.push(slot)
    else runs.push([slot])
    before = slot
  }
  return runs
}
