/** A commit of this size lets claims in between while a long backlog is worked off. */
export const chunk = 200

/** `step` works off up to a chunk and answers how many. */
export async function untilDone(step: () => Promise<number>): Promise<number> {
  let total = 0
  for (;;) {
    const count = await step()
    total += count
    if (count < chunk) return total
  }
}
