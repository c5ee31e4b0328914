/** The server as it was built, which is what runs in production, with the types of its sources. */
const load = (path: string): Promise<unknown> =>
  import(new URL(`../server/dist/${path}`, import.meta.url).href)

export const { createApp } = (await load(
  'entry/app.js',
)) as typeof import('../server/src/entry/app.ts')
export const { listen } = (await load(
  'entry/listen.js',
)) as typeof import('../server/src/entry/listen.ts')
export const { createLogger } = (await load(
  'base/log.js',
)) as typeof import('../server/src/base/log.ts')
export const { createDelivery } = (await load(
  'services/messages/delivery.js',
)) as typeof import('../server/src/services/messages/delivery.ts')
export const { createLetters } = (await load(
  'services/messages/letters.js',
)) as typeof import('../server/src/services/messages/letters.ts')
export const { createMailPause } = (await load(
  'services/messages/pause.js',
)) as typeof import('../server/src/services/messages/pause.ts')
export const { handoversAtOnce } = (await load(
  'mail/transport.js',
)) as typeof import('../server/src/mail/transport.ts')
export const { createSmtpTransport } = (await load(
  'mail/smtp.js',
)) as typeof import('../server/src/mail/smtp.ts')
export const { createCalendars } = (await load(
  'busy/calendars.js',
)) as typeof import('../server/src/busy/calendars.ts')
export const { createBusySchedules } = (await load(
  'services/calendars/busy-schedules.js',
)) as typeof import('../server/src/services/calendars/busy-schedules.ts')
export const { createRefreshing } = (await load(
  'services/calendars/refreshing.js',
)) as typeof import('../server/src/services/calendars/refreshing.ts')
export const { createWriting } = (await load(
  'services/calendars/writing.js',
)) as typeof import('../server/src/services/calendars/writing.ts')
export const { sealAccess } = (await load(
  'services/calendars/access.js',
)) as typeof import('../server/src/services/calendars/access.ts')
export const { createSeal } = (await load(
  'busy/seal.js',
)) as typeof import('../server/src/busy/seal.ts')
export const { createTokens } = (await load(
  'base/tokens.js',
)) as typeof import('../server/src/base/tokens.ts')
export const { refreshNextFree } = (await load(
  'jobs/refresh-next-free.js',
)) as typeof import('../server/src/jobs/refresh-next-free.ts')
export const { fileOf, openStorage } = (await load(
  'storage/open.js',
)) as typeof import('../server/src/storage/open.ts')
export const { openSqlite } = (await load(
  'storage/sqlite/engine/open.js',
)) as typeof import('../server/src/storage/sqlite/engine/open.ts')
export const { docOf } = (await load(
  'storage/mongo/bookings/record-mapper.js',
)) as typeof import('../server/src/storage/mongo/bookings/record-mapper.ts')
export const { bookableRange, bookableStarts, spanOf } = (await load(
  'domain/schedules/starts.js',
)) as typeof import('../server/src/domain/schedules/starts.ts')
export const { listDays } = (await load(
  'domain/boards/board.js',
)) as typeof import('../server/src/domain/boards/board.ts')
export const { readCalendar } = (await load(
  'busy/reading/read-calendar.js',
)) as typeof import('../server/src/busy/reading/read-calendar.ts')
export const { unread } = (await load(
  'domain/calendars/source.js',
)) as typeof import('../server/src/domain/calendars/source.ts')
export const { cellsOf } = (await load(
  'domain/bookings/occupancy.js',
)) as typeof import('../server/src/domain/bookings/occupancy.ts')
export const { day, formatInstant, instantOf, plus } = (await load(
  'domain/time/instant.js',
)) as typeof import('../server/src/domain/time/instant.ts')
export const { createDice } = (await load(
  'seed/dice.js',
)) as typeof import('../server/src/seed/dice.ts')
export const { seedId } = (await load(
  'seed/seed-id.js',
)) as typeof import('../server/src/seed/seed-id.ts')
const { readSeed } = (await load(
  'seed/read-seed.js',
)) as typeof import('../server/src/seed/read-seed.ts')
export const { categories: seedCategories, experts: seedExperts } = readSeed()
