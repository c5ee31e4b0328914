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
