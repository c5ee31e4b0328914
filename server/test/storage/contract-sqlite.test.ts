import { describe, expect, it } from 'vitest'
import { racyStorage } from './bookings/racy-storage.ts'
import { storageContract } from './contract.ts'
import { emptyContent } from './fixtures.ts'
import { winnersOfOneSlot } from './bookings/race.ts'
import { openSqliteFile, openSqliteInMemory } from './sqlite/sqlite-store.ts'

storageContract('SQLite, in a file', openSqliteFile)
storageContract('SQLite, in memory', openSqliteInMemory)

describe('the test of races', () => {
  it('finds more than one winner in a store that checks first and writes afterwards', async () => {
    const { storage, dispose } = await openSqliteInMemory()
    await storage.fill(emptyContent())
    expect(await winnersOfOneSlot(racyStorage(storage), 50)).toBeGreaterThan(1)
    expect(await winnersOfOneSlot(storage, 50)).toBe(1)
    await storage.close()
    await dispose()
  })
})
