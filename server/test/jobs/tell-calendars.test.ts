import { afterEach, expect, it, vi } from 'vitest'
import { keepCalendarsTold } from '../../src/jobs/tell-calendars.ts'
import type { Job } from '../../src/jobs/repeat.ts'
import type { StorageListener } from '../../src/storage/port/listener.ts'
import type { Storage } from '../../src/storage/port/storage.ts'
import { createLogger } from '../../src/base/log.ts'
import { aBooking, aHold } from '../storage/fixtures.ts'

let job: Job | null = null
afterEach(() => job?.stop())

/** The job, with a say in what becomes of each call. */
function start(call: (expertId: string) => Promise<void>) {
  const listeners: StorageListener[] = []
  const listen = (listener: StorageListener) => {
    listeners.push(listener)
    return () => undefined
  }
  const calendarSources = { callReceiving: call } as never
  job = keepCalendarsTold(
    { storage: { listen } as unknown as Storage },
    { calendarSources },
    createLogger('silent'),
  )
  return (record: ReturnType<typeof aBooking> | ReturnType<typeof aHold>) => {
    for (const listener of listeners) listener.changed?.([{ record } as never])
  }
}

it('tells once of all that changed before, and of nothing that is only held', async () => {
  const called: string[] = []
  const change = start(async (expertId) => void called.push(expertId))
  change(aHold({ expertId: 'expert-bina' }))
  change(aBooking())
  change(aBooking())
  await vi.waitFor(() => expect(called).toEqual(['expert-ada']))
})

it('tells once more of what changes while it is told, and of what could not be told', async () => {
  const called: string[] = []
  const change = start(async (expertId) => {
    called.push(expertId)
    if (called.length === 1) change(aBooking())
    if (called.length === 2) throw new Error('The database is away')
  })
  change(aBooking())
  await vi.waitFor(() => expect(called).toEqual(['expert-ada', 'expert-ada', 'expert-ada']))
})
