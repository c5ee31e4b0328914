/** Whether this one is written down; `alike`: how many of its kind were left out since the last one that was. */
export type Sample = (kind: string) => { readonly alike: number } | null

/**
 * Of what strangers can make happen as often as they like, one in ten seconds is written down: a log that they can fill
 * hides what else is in it. Kinds are bounded as well.
 */
export function createSampler(everyMs = 10_000, most = 1000): Sample {
  const kinds = new Map<string, { nextAt: number; left: number }>()

  return (kind) => {
    const now = performance.now()
    const known = kinds.get(kind)
    if (known && now < known.nextAt) {
      known.left++
      return null
    }
    kinds.delete(kind)
    kinds.set(kind, { nextAt: now + everyMs, left: 0 })
    const [oldest] = kinds.keys()
    if (kinds.size > most && oldest !== undefined) kinds.delete(oldest)
    return { alike: known?.left ?? 0 }
  }
}
