import type { Connection } from 'mongoose'
import { cellsOf } from '../../domain/bookings/occupancy.ts'
import type { Content } from '../port/content.ts'
import { ratedExperts } from '../rules/reviews.ts'
import { docOf } from './bookings/record-mapper.ts'
import { expertDocOf } from './experts/experts.ts'
import type { Models } from './engine/models.ts'
import { personDocOf } from './people/people.ts'
import { reviewDocOf } from './reviews/reviews.ts'

export function createFill(connection: Connection, models: Models) {
  const { bookings, categories, experts, people, reviews } = models

  async function isEmpty(): Promise<boolean> {
    const found = await Promise.all([
      categories.exists({}),
      experts.exists({}),
      bookings.exists({}),
    ])
    return found.every((each) => each === null)
  }

  /** One transaction: of two servers that fill one store at the same time, one finds it filled. */
  async function fill(content: Content): Promise<void> {
    refuseOverlaps(content)
    await connection.transaction(async (session) => {
      if (await categories.exists({}).session(session)) {
        throw new Error('The store is not empty: it is filled only once')
      }
      const options = { session, ordered: true }
      await categories.insertMany(
        content.categories.map(({ slug, ...rest }, position) => ({ _id: slug, position, ...rest })),
        options,
      )
      await experts.insertMany(
        ratedExperts(content).map((expert) => expertDocOf(expert, null)),
        options,
      )
      await reviews.insertMany(content.reviews.map(reviewDocOf), options)
      await bookings.insertMany(
        content.bookings.map((booking) => docOf(booking, { answers: [], at: booking.bookedAt })),
        options,
      )
      await people.insertMany(content.people.map(personDocOf), options)
    })
  }

  return {
    isEmpty,
    fill: async (content: Content) => {
      if (!(await isEmpty())) throw new Error('The store is not empty: it is filled only once')
      await fill(content)
    },
  }
}

/** The index would refuse it as well, but would not say which. */
function refuseOverlaps({ bookings }: Content): void {
  const owned = new Set<string>()
  for (const booking of bookings) {
    if (booking.state !== 'booked') continue
    for (const cell of cellsOf(booking)) {
      const name = `${booking.expertId} ${cell}`
      if (owned.has(name)) throw new Error(`Booking ${booking.id} overlaps another one`)
      owned.add(name)
    }
  }
}
