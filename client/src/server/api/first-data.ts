import type { CallAnswer, CallInput, EndpointName } from '@expertconnect/contract/endpoints'
import {
  addressOf,
  type FirstBoard,
  type FirstData,
  firstDataId,
} from '@expertconnect/contract/first-data'

/** What came with the page counts as just asked for this long: whoever comes back later asks anew. */
const goodForMs = 60_000

let read: { readonly data: FirstData | null; readonly arrivedAt: number } | undefined

/**
 * What a query begins with if its answer came with the page: it is shown at once, and asked for only when it has become
 * as old as any other answer.
 */
export function firstAnswer<N extends EndpointName, T>(
  name: N,
  input: CallInput<N>,
  take: (answer: CallAnswer<N>) => T,
) {
  return {
    initialData: (): T | undefined => {
      const answer = firstData()?.answers[addressOf(name, input)]
      return answer === undefined ? undefined : take(answer as CallAnswer<N>)
    },
    initialDataUpdatedAt: () => page().arrivedAt,
  }
}

/** The board that came with the page, if it is this expert's. */
export function firstBoardOf(expertId: string): FirstBoard | undefined {
  const board = firstData()?.board
  return board?.expertId === expertId ? board : undefined
}

function firstData(): FirstData | null {
  const { data, arrivedAt } = page()
  return Date.now() - arrivedAt < goodForMs ? data : null
}

function page() {
  read ??= readPage()
  return read
}

function readPage() {
  const element = document.getElementById(firstDataId)
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  // Nothing was sent over the line: the page is a copy from who knows when.
  const isCopy = entry?.transferSize === 0
  const data = element && !isCopy ? (JSON.parse(element.textContent) as FirstData) : null
  const arrivedAt = performance.timeOrigin + (entry?.responseStart ?? 0)
  return { data, arrivedAt }
}
