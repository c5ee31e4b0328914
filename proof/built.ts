/** What the proof shares with the server, as it was built: the rules that it recomputes are the server's own. */
const load = (path: string): Promise<unknown> =>
  import(new URL(`../server/dist/${path}`, import.meta.url).href)

export const { openStorage } = (await load(
  'storage/open.js',
)) as typeof import('../server/src/storage/open.ts')
export const { openDatabase } = (await load(
  'storage/sqlite/engine/driver.js',
)) as typeof import('../server/src/storage/sqlite/engine/driver.ts')
export const { cellsOf } = (await load(
  'domain/bookings/occupancy.js',
)) as typeof import('../server/src/domain/bookings/occupancy.ts')
export const { instantOf } = (await load(
  'domain/time/instant.js',
)) as typeof import('../server/src/domain/time/instant.ts')
export const { createTokens } = (await load(
  'base/tokens.js',
)) as typeof import('../server/src/base/tokens.ts')
export const { createDice } = (await load(
  'seed/dice.js',
)) as typeof import('../server/src/seed/dice.ts')
