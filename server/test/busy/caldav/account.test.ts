import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { minute } from '../../../src/domain/time/instant.ts'
import { later, slotAt, tuesdayTen } from '../../http/requests.ts'
import { type CalendarDesk, startCalendarDesk } from '../calendar-desk.ts'
import { hasRadicale, startRadicale } from '../radicale.ts'
import { realServers } from '../real-servers.ts'

const account = { userName: 'ada', password: 'app-password-0123456789' }

const find = ({ ada, server }: CalendarDesk, input: Record<string, unknown> = {}) =>
  ada.send('findCalendars', { body: { address: server.origin, ...account, ...input } })

describe.each(realServers)('an account at $name', ({ isHere, why, start }) => {
  let desk: CalendarDesk
  beforeAll(async () => {
    if (isHere) desk = await startCalendarDesk(await start(account))
  })
  afterAll(() => desk?.stop())

  it.skipIf(!isHere)(
    `a calendar of a real account is found from its server alone, and takes the time that it is busy${why}`,
    async () => {
      const { items } = (await find(desk)).body
      expect(items).toEqual([
        { address: desk.server.address, name: expect.any(String), added: false },
      ])
      const added = await desk.ada.send('addCalendarSource', {
        body: { address: desk.server.address, name: 'Work', account },
      })
      const { id } = added.body
      expect(added.body).toMatchObject({ kind: 'account', name: 'Work', checking: true })
      await vi.waitFor(async () =>
        expect(await desk.only()).toMatchObject({ checking: false, events: 0 }),
      )
      expect((await find(desk)).body.items[0]).toMatchObject({ added: true })

      await desk.server.put('dentist', tuesdayTen, later(tuesdayTen, 45))
      await desk.check(id)
      expect(await desk.only()).toMatchObject({ events: 1, busyTimes: 1 })
      expect(await slotAt(desk.world, tuesdayTen)).toBeUndefined()
      const [stored] = await desk.world.storage.calendars.sourcesOf('expert-ada')
      expect(stored?.state.etag).toEqual(expect.any(String))

      // Nothing has changed there, so that nothing is read anew; with the time, all is.
      await desk.check(id)
      const [again] = await desk.world.storage.calendars.sourcesOf('expert-ada')
      expect(again?.state.readAt).toBe(stored?.state.readAt)
      expect(again?.state.checkedAt).toBeGreaterThan(stored?.state.checkedAt ?? 0)

      await desk.server.remove('dentist')
      await desk.check(id)
      expect(await desk.only()).toMatchObject({ events: 0 })
      expect(await slotAt(desk.world, tuesdayTen)).toMatchObject({ state: 'free' })
    },
  )

  it.skipIf(!isHere)(`leaves the password in no answer, no log and no row${why}`, async () => {
    const [stored] = await desk.world.storage.calendars.sourcesOf('expert-ada')
    const said = JSON.stringify([await desk.only(), stored, desk.world.log])
    expect(said).not.toContain(account.password)
    expect(said).not.toContain(Buffer.from(`ada:${account.password}`).toString('base64'))
    await desk.ada.send('removeCalendarSource', { params: { id: stored?.id ?? '' } })
    expect(await desk.world.storage.calendars.sourcesOf('expert-ada')).toEqual([])
  })
})

const why = hasRadicale ? '' : ' (skipped: radicale is not installed)'

// Xandikos leaves it to a server before it to ask who somebody is.
describe(`a server that asks for a password${why}`, () => {
  let desk: CalendarDesk
  beforeAll(async () => {
    if (!hasRadicale) return
    desk = await startCalendarDesk(await startRadicale(account))
    await desk.ada.send('addCalendarSource', {
      body: { address: desk.server.address, name: 'Work', account },
    })
    await desk.checked()
  })
  afterAll(() => desk?.stop())

  const faultsOf = async (input: Record<string, unknown>) =>
    (
      await desk.ada.refuse('findCalendars', {
        body: { address: desk.server.origin, ...account, ...input },
      })
    ).body.errors

  it.skipIf(!hasRadicale)(`says beside the field what a real server refuses`, async () => {
    expect(await faultsOf({ password: 'another' })).toEqual([
      {
        pointer: '#/password',
        detail:
          'The server does not take this user name with this password. Many servers want an app password here.',
      },
    ])
    expect(await faultsOf({ userName: 'ada:x' })).toEqual([
      { pointer: '#/userName', detail: 'A user name has no colon in it' },
    ])
  })

  it.skipIf(!hasRadicale)(`takes a new password for a calendar that stands`, async () => {
    const before = await desk.only()
    const add = (password: string) =>
      desk.ada.send('addCalendarSource', {
        body: { address: desk.server.address, account: { ...account, password } },
      })
    desk.world.clock.advance(minute)
    expect((await add('revoked')).body).toMatchObject({ id: before?.id, checking: true })
    await vi.waitFor(async () => expect(await desk.only()).toMatchObject({ fault: 'refused' }))
    desk.world.clock.advance(minute)
    await add(account.password)
    await vi.waitFor(async () => {
      const source = await desk.only()
      expect(source).toMatchObject({ checking: false, name: 'Work' })
      expect(source).not.toHaveProperty('fault')
    })
  })
})
