import { runBuilt } from '../scripts/run-built.mjs'

// Fills an empty store with experts, schedules, bookings and reviews.
await runBuilt('seed', process.argv.slice(2))
