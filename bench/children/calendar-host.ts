import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { answerCalls } from '../child.ts'

// A server of calendars on this machine. All of its calendars are the same, whatever they are called.

export type HostCalls = {
  port(input: null): number
  serve(text: string): void
}

const etag = '"1"'
let text = ''

const server = createServer(({ headers }, response) => {
  response.setHeader('ETag', etag)
  if (headers['if-none-match'] === etag) return response.writeHead(304).end()
  return response.writeHead(200, { 'Content-Type': 'text/calendar; charset=utf-8' }).end(text)
})
await once(server.listen(0, '127.0.0.1'), 'listening')

answerCalls({
  port: () => (server.address() as AddressInfo).port,
  serve: (given) => {
    text = given
  },
} satisfies HostCalls)
