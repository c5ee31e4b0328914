import { subscribe } from 'node:diagnostics_channel'
import { moveClock } from './move-clock.mjs'

// `node --import` of this file moves the clock of a process, and of all that it starts with its environment.

const milliseconds = Number(process.env.CLOCK_MOVED_MS ?? 0)
if (milliseconds !== 0) {
  moveClock(milliseconds)
  // Node itself keeps the real clock, and shows it in an answer that names no date.
  subscribe('http.server.request.start', ({ response }) =>
    response.setHeader('Date', new Date().toUTCString()),
  )
}
