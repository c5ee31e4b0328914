/** Of one turn of the event loop. A person's browser asks for some things at once; a flood comes as hundreds. */
const requestsPerTurn = 4

/** Lets so many of each network go on in a turn of the event loop, and the others in the next ones. */
export function createTurns() {
  /** Of this turn, by network. */
  const served = new Map<string, number>()
  const waiting = new Map<string, (() => void)[]>()
  let scheduled = false

  function schedule(): void {
    if (scheduled) return
    scheduled = true
    setImmediate(beginTurn)
  }

  function beginTurn(): void {
    scheduled = false
    served.clear()
    for (const [network, queue] of waiting) {
      const mine = queue.splice(0, requestsPerTurn)
      served.set(network, mine.length)
      if (queue.length === 0) waiting.delete(network)
      for (const goOn of mine) goOn()
    }
    if (served.size > 0) schedule()
  }

  return (network: string, goOn: () => void): void => {
    schedule()
    const count = served.get(network) ?? 0
    if (count < requestsPerTurn) {
      served.set(network, count + 1)
      return goOn()
    }
    const queue = waiting.get(network)
    if (queue) queue.push(goOn)
    else waiting.set(network, [goOn])
  }
}
