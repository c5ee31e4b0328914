import { describe, expect, it } from 'vitest'
import { newKey } from '../../harness.ts'
import { slotAt, tuesdayTen } from '../requests.ts'
import { limitedWorlds } from '../worlds.ts'
import { adaEmail, signedIn, staffedContent } from '../staff.ts'
import { bad, book, refuseBooking } from './proof-scene.ts'

const openWorld = limitedWorlds({ trustProxy: 1 })

describe('the price', () => {
  it('is the one of the hold, whatever the expert asks for since', async () => {
    const world = await openWorld({ content: staffedContent() })
    const asked = { expertId: 'expert-ada', startsAt: tuesdayTen, minutes: 30 }
    const { body: hold } = await world.send('createHold', { body: asked, key: newKey() })
    expect(hold.price).toEqual({ amount: 9000, currency: 'USD' })
    const ada = await signedIn(world, adaEmail)
    await ada.send('changeProfile', { body: { version: 1, hourlyRate: 90_000 } })
    const more = { hold: { id: hold.id, token: hold.token }, price: hold.price }
    const { body } = await book(world, tuesdayTen, bad, more)
    expect(body.booking.price).toEqual(hold.price)
  })

  it('is another one by now: nothing is booked, and it is said', async () => {
    const world = await openWorld({ content: staffedContent() })
    const ada = await signedIn(world, adaEmail)
    await ada.send('changeProfile', { body: { version: 1, hourlyRate: 90_000 } })
    const seen = { price: { amount: 9000, currency: 'USD' } }
    const refused = await refuseBooking(world, tuesdayTen, bad, seen)
    const price = { amount: 45_000, currency: 'USD' }
    expect(refused).toMatchObject({ code: 'price_changed', status: 409, price })
    expect(await slotAt(world, tuesdayTen)).toMatchObject({ state: 'free' })
    const { body } = await book(world, tuesdayTen, bad, { price })
    expect(body.booking.price).toEqual(price)
  })

  it('goes by the length that is booked, at the rate of the hold', async () => {
    const world = await openWorld({ content: staffedContent() })
    const asked = { expertId: 'expert-ada', startsAt: tuesdayTen, minutes: 30 }
    const { body: hold } = await world.send('createHold', { body: asked, key: newKey() })
    const ada = await signedIn(world, adaEmail)
    await ada.send('changeProfile', { body: { version: 1, hourlyRate: 90_000 } })
    const more = { hold: { id: hold.id, token: hold.token }, minutes: 60 }
    const { body } = await book(world, tuesdayTen, bad, more)
    expect(body.booking.price).toEqual({ amount: 18_000, currency: 'USD' })
  })

  it('is the expert’s present one for a hold that an older version made without a rate', async () => {
    const world = await openWorld({ content: staffedContent() })
    const asked = { expertId: 'expert-ada', startsAt: tuesdayTen, minutes: 30 }
    const { body: hold } = await world.send('createHold', { body: asked, key: newKey() })
    const record = await world.storage.bookings.find(hold.id)
    if (record?.state !== 'held') throw new Error('The hold is gone')
    const next = { ...record, version: record.version + 1, hourlyRate: undefined }
    await world.storage.bookings.change({ next, now: world.clock.now })
    const renew = { params: { id: hold.id }, bearer: hold.token, body: { renew: true } }
    expect((await world.send('changeHold', renew)).body.price).toEqual(hold.price)
  })
})
