import type { Board } from './boards/shapes.ts'
import type { CallInput, EndpointName } from './endpoints.ts'
import { routes } from './routes.ts'

/** Of the element of a page that holds its `FirstData`, as JSON. */
export const firstDataId = 'first-data'

/** The board of an expert as the server read it for the page: in the expert's own zone, for the visitor's is not known. */
export interface FirstBoard extends Omit<Board, 'now'> {
  readonly expertId: string
}

/** What everybody may read and a page begins with, sent with it so that its first view asks for nothing. */
export interface FirstData {
  /** Answers of the interface by the address that they are asked for at. */
  readonly answers: Readonly<Record<string, unknown>>
  readonly board?: FirstBoard
}

/** Enough of each expert's free times for three by day, wherever the visitor is. */
const times = 12

/** What first views ask for. The server answers it with the page, so both ask with these words. */
export const firstAsked = {
  /** More than the landing page shows, for it passes over whoever has time only at the visitor's night. */
  landing: { sort: 'soonest', limit: 12, times },
  directory: { sort: 'soonest', limit: 24, times },
  reviews: { limit: 6 },
} as const

/** Of a calendar of weeks: as many as a month reaches into, so that it is no taller than one of months. */
export const weeksShown = 5

/** Where a `GET` asks, behind the base of the interface. Equal questions have equal addresses, however they are written. */
export function addressOf<N extends EndpointName>(name: N, input: CallInput<N>): string {
  const { params, query = {} } = input as {
    readonly params?: Readonly<Record<string, string>>
    readonly query?: Readonly<Record<string, unknown>>
  }
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  const search = given
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`)
    .toSorted()
    .join('&')
  return pathOf(name, params) + (search === '' ? '' : `?${search}`)
}

/** The path of an endpoint, with its parameters filled in. */
export function pathOf(name: EndpointName, params: Readonly<Record<string, string>> = {}): string {
  return routes[name].path.replaceAll(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(params[key] ?? ''),
  )
}
