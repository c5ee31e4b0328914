import http, { type ClientRequest, type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Destination } from './destinations.ts'

/** Microsoft's servers send a page with an error to whoever does not look like a browser. */
const userAgent = 'Mozilla/5.0 (Linux) Chrome/139 ExpertConnect'

/** What is asked of a server, wherever it leads. */
export interface Question {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** Sends one question to exactly that destination and answers its response, whose body has not been read. */
export function askOnce(
  { url, addresses }: Destination,
  { method, headers, body }: Question,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const lookup: LookupFunction = (_name, { all }, answer) => {
    const [first] = addresses
    if (all) answer(null, [...addresses])
    else answer(null, first?.address ?? '', first?.family)
  }
  return new Promise((resolve, reject) => {
    const options = {
      method,
      // None is kept for somebody else: each is made to what was checked for it.
      agent: false,
      lookup,
      signal,
      headers: {
        'user-agent': userAgent,
        accept: 'text/calendar, */*;q=0.5',
        'accept-encoding': 'gzip, deflate, br',
        ...headers,
      },
    } as const
    const request: ClientRequest =
      url.protocol === 'https:' ? https.request(url, options) : http.request(url, options)
    request.on('response', resolve).on('error', reject).end(body)
  })
}
