import { afterEach, beforeEach, expect, it } from 'vitest'
import { newKey } from '../../harness.ts'
import { rawRequest } from '../../raw-request.ts'
import { bad, book, from } from '../bookings/proof-scene.ts'
import { bookingInput, later, tuesdayTen } from '../requests.ts'
import { openStaffed, type Staffed } from './staffed-world.ts'

/** Words that stand nowhere but in what an expert keeps of one customer. */
const customer = { name: 'Zephyrine Quillfeather', email: 'zephyrine@private.example' }
const note = 'Sapphire umbrellas'
const reason = 'Marmalade poisoning'
const personal = /zephyrine|quillfeather|private\.example|sapphire|marmalade/i

let scene: Staffed
beforeEach(async () => {
  scene = await openStaffed()
})
afterEach(() => scene.world.stop())

it('nobody but the expert and administrators learns whom an expert blocks and reports, and why', async () => {
  const { world, ada, bina, admin } = scene
  const { booking } = (await book(world, tuesdayTen, bad, { customer })).body
  const params = { id: booking.id }
  await ada.send('reportBooking', { params, body: { reason } })
  const made = await ada.send('makeDeskBlock', {
    body: { bookingId: booking.id, kind: 'domain', note },
  })
  const [report] = (await admin.send('listReports')).body.items
  const { id: blockId } = made.body.block

  const heard: string[] = []
  const cookie = [...bina.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  for (const own of [{}, { Origin: world.url, Cookie: cookie }]) {
    const ask = async (method: string, path: string, body?: unknown) => {
      const { headers, text } = await rawRequest(world.url, `/api/v1${path}`, {
        method,
        headers: { ...own, ...from(bad), 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      heard.push(JSON.stringify(headers) + text)
    }
    for (const at of ['desk', 'admin']) {
      await ask('GET', `/${at}/bookings/${booking.id}/origin`)
      await ask('POST', `/${at}/blocks`, { bookingId: booking.id, kind: 'address' })
      await ask('POST', `/${at}/bookings/cancellations`, { ids: [booking.id], reason: 'None' })
      await ask('GET', `/${at}/blocks`)
      await ask('DELETE', `/${at}/blocks/${blockId}`)
    }
    await ask('GET', '/admin/reports')
    await ask('PATCH', `/admin/reports/${report?.id}`, { state: 'dismissed', word: 'None' })
    await ask('POST', `/desk/bookings/${booking.id}/reports`, { reason: 'None' })
    await ask('GET', '/admin/audit')
  }
  // Whoever is kept away is told no more than that.
  const sent = { body: bookingInput(later(tuesdayTen, 60), { customer }), key: newKey() }
  const refused = (await world.refuse('createBooking', { ...sent, headers: from(bad) })).body
  heard.push(JSON.stringify(refused))

  expect(heard).toHaveLength(29)
  expect(heard.filter((answer) => personal.test(answer))).toEqual([])
  // Nothing was changed by it, and the test would see it if there were something to see.
  const kept = await ada.send('listDeskBlocks')
  expect(kept.body.items).toEqual([made.body.block])
  expect(JSON.stringify(kept.body)).toMatch(/zephyrine.*sapphire/i)
  expect((await ada.send('getDeskBooking', { params })).body.booking.version).toBe(1)
  expect((await admin.send('listReports')).body.items).toEqual([report])
  expect(world.log.filter((line) => personal.test(line))).toEqual([])
})

it('the trail says who blocked, reported and cancelled, and never whom', async () => {
  const { world, ada, admin } = scene
  const { booking } = (await book(world, tuesdayTen, bad, { customer })).body
  await ada.send('reportBooking', { params: { id: booking.id }, body: { reason } })
  const body = { bookingId: booking.id, kind: 'network', note, cancelReason: 'Not for sale' }
  const { block } = (await admin.send('makeBlock', { body })).body
  await admin.send('removeBlock', { params: { id: block.id } })
  const { items } = (await admin.send('listAudit', { query: { kind: 'administration' } })).body
  expect(items).toHaveLength(4)
  expect(JSON.stringify(items)).not.toMatch(personal)
})
