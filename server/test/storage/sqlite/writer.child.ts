import { openStorage } from '../../../src/storage/open.ts'
import { aBooking, aGuard, ada, bina, emptyContent } from '../fixtures.ts'

/**
 * A server that books without end, four at a time, and prints the id of each booking when it was acknowledged: what
 * is printed must survive whatever happens to this process.
 */
const storage = await openStorage(`file:${process.argv[2]}`)
if (await storage.isEmpty()) await storage.fill(emptyContent())

async function keepBooking(expertId: string, first: number): Promise<never> {
  for (let slot = first; ; slot += 8) {
    const booking = aBooking({ expertId, slot })
    const { kind } = await storage.bookings.claim(booking, aGuard())
    if (kind !== 'done') throw new Error(kind)
    process.stdout.write(`${booking.id}\n`)
  }
}

await Promise.all([0, 4].flatMap((first) => [keepBooking(ada, first), keepBooking(bina, first)]))
