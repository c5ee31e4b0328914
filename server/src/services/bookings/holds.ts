import type { Hold, HoldChange, HoldInput } from '@expertconnect/contract/bookings/shapes'
import type { Actor } from '../../base/actor.ts'
import type { Deps } from '../../base/deps.ts'
import type { HeldRecord, Origin, SlotRecord } from '../../domain/bookings/booking.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import { type Instant, minute, plus } from '../../domain/time/instant.ts'
import { spanOf } from '../../domain/schedules/starts.ts'
import { release } from '../../domain/bookings/transitions.ts'
import { Refused } from '../../base/problem.ts'
import type { Answer } from '../../storage/port/bookings.ts'
import { readInstant } from '../../base/input.ts'
import { type CeilingRules, holdsPerHolder } from './ceilings.ts'
import type { Welcome } from '../welcome/welcome.ts'
import { type Claims, keyOf } from './claims.ts'
import type { Demand } from './demand.ts'
import { demandListed } from '../experts/find.ts'
import { presentHold } from './present.ts'

const holdLength = 5 * minute

/** Slots kept for one holder while the form is filled. */
export function createHolds(
  deps: Deps,
  claims: Claims,
  ceilings: CeilingRules,
  demand: Demand,
  welcome: Welcome,
) {
  const { storage, clock, tokens } = deps

  function answer(hold: HeldRecord, expert: Expert, now: Instant): Hold {
    return presentHold(hold, expert, tokens.forHold(hold.id), deps.currency, now)
  }

  function replay(
    { record, answeredAt, fingerprint }: Answer,
    expert: Expert,
    expected: string,
  ): Hold {
    if (fingerprint !== expected || record.state !== 'held') throw new Refused('key_reused')
    return answer(record, expert, answeredAt)
  }

  function heldRecord(
    expert: Expert,
    input: HoldInput,
    startsAt: Instant,
    by: Origin & Pick<HeldRecord, 'holder'>,
  ): HeldRecord {
    const now = clock()
    return {
      state: 'held',
      id: deps.newId(),
      expertId: expert.id,
      version: 1,
      minutes: input.minutes,
      createdAt: now,
      expiresAt: plus(now, holdLength),
      renewed: false,
      hourlyRate: expert.hourlyRate,
      ...by,
      ...spanOf(expert.schedule, startsAt, input.minutes),
    }
  }

  /** What became of the hold that the actor's token opens; a wrong token is as good as no hold. */
  async function findOpened(actor: Actor, id: string): Promise<SlotRecord> {
    const record = tokens.opensHold(actor.token, id) ? await storage.bookings.find(id) : null
    if (!record) throw new Refused('not_found')
    return record
  }

  /** The same, if it is still live. */
  async function findOwn(actor: Actor, id: string): Promise<HeldRecord> {
    const record = await findOpened(actor, id)
    if (record.state !== 'held' || record.expiresAt <= clock()) {
      throw new Refused('not_changeable', { detail: 'This hold has run out.' })
    }
    return record
  }

  async function replaceHeld(
    expert: Expert,
    before: HeldRecord,
    next: HeldRecord,
  ): Promise<Hold | 'stale_schedule'> {
    const now = clock()
    const scheduleVersion = expert.schedule.version
    const outcome = await ceilings.within('passing', expert, (most) =>
      storage.bookings.change({ next, now, before, scheduleVersion, ceilings: most }),
    )
    if (outcome.kind === 'done') return answer(outcome.record, expert, now)
    if (outcome.kind === 'stale_schedule') return outcome.kind
    if (outcome.kind === 'taken') throw await claims.slotTaken(expert, next.startsAt, next.minutes)
    if (outcome.kind === 'unproved') throw ceilings.unproved()
    throw new Refused('stale_version')
  }

  return {
    async create(
      actor: Actor,
      { solution, ...input }: HoldInput,
      idempotencyKey: string,
    ): Promise<Hold> {
      const key = keyOf(idempotencyKey, input)
      const startsAt = readInstant(input.startsAt, '#/startsAt')
      const by = {
        ...ceilings.originOf(actor),
        holder: tokens.pseudonym(input.holder ?? actor.address),
      }
      return claims.withSchedule(input.expertId, async (expert) => {
        const outcome = await claims.unlessAnswered(expert.id, key, async () => {
          demandListed(expert)
          await welcome.demand(expert.id, actor, {})
          claims.demandStart(expert, startsAt, input.minutes)
          await demand.demandWork(actor, by, expert.id, solution)
          const hold = heldRecord(expert, input, startsAt, by)
          return ceilings.within('passing', expert, (most) =>
            storage.bookings.hold(hold, {
              now: hold.createdAt,
              scheduleVersion: expert.schedule.version,
              key,
              ceilings: most,
            }),
          )
        })
        switch (outcome.kind) {
          case 'done':
            return answer(outcome.record, expert, outcome.record.createdAt)
          case 'replayed':
            return replay(outcome.answer, expert, key.fingerprint)
          case 'stale_schedule':
            return outcome.kind
          case 'taken':
            throw await claims.slotTaken(expert, startsAt, input.minutes)
          case 'too_many':
            throw new Refused('too_many', {
              detail: `You are already holding ${holdsPerHolder} times. Book or release one of them first.`,
              retryAfterSeconds: holdLength / 1000,
            })
          case 'unproved':
            throw ceilings.unproved()
          case 'key_reused':
          case 'hold_gone':
            throw new Refused('key_reused')
        }
      })
    },

    async change(actor: Actor, id: string, input: HoldChange): Promise<Hold> {
      const find = async () => ({ record: await findOwn(actor, id) })
      return claims.withRecord(find, async ({ record: hold }, expert) => {
        demandListed(expert)
        await welcome.demand(expert.id, actor, { hold })
        const version = hold.version + 1
        if ('renew' in input) {
          if (hold.renewed) {
            throw new Refused('not_changeable', { detail: 'A hold can be extended only once.' })
          }
          const expiresAt = plus(hold.expiresAt, holdLength)
          return replaceHeld(expert, hold, { ...hold, version, renewed: true, expiresAt })
        }
        const startsAt = readInstant(input.startsAt, '#/startsAt')
        claims.demandStart(expert, startsAt, input.minutes)
        const span = spanOf(expert.schedule, startsAt, input.minutes)
        return replaceHeld(expert, hold, { ...hold, version, minutes: input.minutes, ...span })
      })
    },

    /** Releasing what is released already, or has become a booking, changes nothing and is no fault. */
    async release(actor: Actor, id: string): Promise<void> {
      const record = await findOpened(actor, id)
      if (record.state !== 'held') return
      await storage.bookings.change({ next: release(record), now: clock(), before: record })
    },
  }
}
