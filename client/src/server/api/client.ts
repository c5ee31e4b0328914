import type { CallAnswer, CallInput, EndpointName } from '@expertconnect/contract/endpoints'
import { pathOf } from '@expertconnect/contract/first-data'
import { routes } from '@expertconnect/contract/routes'
import axios, { isAxiosError, isCancel } from 'axios'
import { ApiProblem, foreignAnswer, isProblem, unreachable } from './problem.ts'
import { noteServerDate } from '../../lib/time/server-clock.ts'

const base = '/api/v1'

const http = axios.create({
  baseURL: base,
  timeout: 20_000,
  headers: { Accept: 'application/json' },
})

export interface CallOptions {
  /** The Idempotency-Key: one per intention of the person, the same for every retry of it. */
  key?: string
  /** A hold's or a booking's token. It travels in this header and nowhere else; an empty one is none. */
  bearer?: string
  signal?: AbortSignal
  /** For an endpoint that takes a picture: its bytes. */
  picture?: Blob
  /** Told how much of it has been sent, from 0 to 1. */
  onSent?: (part: number) => void
}

interface Parts {
  params?: Record<string, string>
  query?: Record<string, unknown>
  body?: unknown
}

/** Calls one endpoint of the contract. Rejects with an `ApiProblem`, whatever went wrong. */
export async function call<N extends EndpointName>(
  name: N,
  input: CallInput<N>,
  options: CallOptions = {},
): Promise<CallAnswer<N>> {
  const { params, query, body } = input as Parts
  const sentAt = Date.now()
  try {
    const answer = await http.request<CallAnswer<N>>({
      method: routes[name].method,
      url: pathOf(name, params),
      params: query,
      data: options.picture ?? body,
      headers: headersOf(options),
      ...(options.picture && pictureSettings(options)),
      ...(options.signal && { signal: options.signal }),
    })
    noteServerDate(answer.headers['date'], sentAt)
    return answer.status === 204 ? (null as CallAnswer<N>) : answer.data
  } catch (error) {
    // An abandoned request is nobody's failure: the query library tells it apart.
    if (isCancel(error)) throw error
    throw problemFrom(error)
  }
}

/**
 * Gives a hold back while the page goes away. Only `fetch` with `keepalive` outlives the page and can carry the
 * token; nobody is left to hear of a failure, and the hold runs out by itself.
 */
export function releaseWhileLeaving(hold: { id: string; token: string }): void {
  void fetch(base + pathOf('releaseHold', { id: hold.id }), {
    method: routes.releaseHold.method,
    keepalive: true,
    headers: headersOf({ bearer: hold.token }),
  }).catch(() => undefined)
}

/** Saves notes while the page goes away, in the same way: what was typed last is not lost. */
export function saveNotesWhileLeaving(
  bookingId: string,
  token: string,
  body: { version: number; text: string },
): void {
  void fetch(base + pathOf('saveNotes', { id: bookingId }), {
    method: routes.saveNotes.method,
    keepalive: true,
    headers: { 'Content-Type': 'application/json', ...headersOf({ bearer: token }) },
    body: JSON.stringify(body),
  }).catch(() => undefined)
}

/** The address of a booking's calendar file. The ticket is short-lived and opens this one file. */
export function calendarFile(bookingId: string, ticket: string): string {
  return `${base}/bookings/${encodeURIComponent(bookingId)}/calendar.ics?ticket=${encodeURIComponent(ticket)}`
}

/** Megabytes take their time on a slow line: as long as it takes. */
function pictureSettings({ onSent }: CallOptions) {
  return {
    timeout: 0,
    onUploadProgress: ({ progress = 0 }: { progress?: number }) => onSent?.(progress),
  }
}

function headersOf({ key, bearer, picture }: CallOptions): Record<string, string> {
  return {
    ...(picture && { 'Content-Type': picture.type || 'application/octet-stream' }),
    ...(key !== undefined && { 'Idempotency-Key': key }),
    ...(bearer && { Authorization: `Bearer ${bearer}` }),
  }
}

function problemFrom(error: unknown): ApiProblem {
  if (!isAxiosError(error) || !error.response) return new ApiProblem(unreachable)
  const { data, status } = error.response
  return new ApiProblem(isProblem(data) ? data : foreignAnswer(status))
}
