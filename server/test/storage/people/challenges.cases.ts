import { describe, expect, it } from 'vitest'
import { plus } from '../../../src/domain/time/instant.ts'
import type { Tried } from '../../../src/storage/port/people.ts'
import { now } from '../fixtures.ts'
import { aChallenge, challenge } from './people-fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

const wrong = 'the hash of another code'

export function challengeCases(open: OpenStore): void {
  describe('proving an address', () => {
    const store = storePerTest(open)
    const tryCode = (id: string, codeHash: string, at = now): Promise<Tried> =>
      store.storage.people.tryCode(id, codeHash, at)
    const takeLink = (linkHash: string, proof: { id: string } | { email: string }, at = now) =>
      store.storage.people.takeLink(linkHash, proof, at)
    const atOnce = <T>(count: number, act: () => Promise<T>): Promise<T[]> =>
      Promise.all(Array.from({ length: count }, act))

    describe('a challenge', () => {
      it('is found as it was started, with the tries that are left, also when it has expired', async () => {
        const started = await challenge(store.storage, { expiresAt: now })
        const { id, linkHash } = await challenge(store.storage)
        await tryCode(id, wrong)
        const { people } = store.storage
        expect(await people.findChallenge(started.id)).toEqual(started)
        expect(await people.findChallenge(id)).toMatchObject({ linkHash, triesLeft: 4 })
        expect(await people.findChallenge('unknown')).toBeNull()
      })

      it('ends with the right code, which answers the address as it was typed', async () => {
        const { id, codeHash, linkHash } = await challenge(store.storage)
        expect(await tryCode(id, codeHash)).toEqual({ kind: 'right', email: 'Grace@Example.org' })
        expect(await tryCode(id, codeHash)).toEqual({ kind: 'gone' })
        expect(await takeLink(linkHash, { id })).toBeNull()
        expect(await store.storage.people.findChallenge(id)).toBeNull()
      })

      it('counts wrong codes down, and after the last one the right one is gone as well', async () => {
        const { id, codeHash, linkHash } = await challenge(store.storage)
        for (const triesLeft of [4, 3, 2, 1, 0]) {
          expect(await tryCode(id, wrong)).toEqual({ kind: 'wrong', triesLeft })
        }
        expect(await tryCode(id, wrong)).toEqual({ kind: 'gone' })
        expect(await tryCode(id, codeHash)).toEqual({ kind: 'gone' })
        expect(await takeLink(linkHash, { id })).toBeNull()
      })

      it('takes the right code with the last try', async () => {
        const { id, codeHash } = await challenge(store.storage, { triesLeft: 1 })
        expect(await tryCode(id, codeHash)).toMatchObject({ kind: 'right' })
      })

      it('takes no code of another one, and spends no try of that', async () => {
        const mine = await challenge(store.storage)
        const other = await challenge(store.storage)
        expect(await tryCode(mine.id, other.codeHash)).toEqual({ kind: 'wrong', triesLeft: 4 })
        expect(await tryCode('unknown', other.codeHash)).toEqual({ kind: 'gone' })
        expect(await store.storage.people.findChallenge(other.id)).toEqual(other)
      })

      it('is gone from the very millisecond in which it expires', async () => {
        const { id, codeHash, linkHash, expiresAt } = await challenge(store.storage)
        expect(await tryCode(id, wrong, plus(expiresAt, -1))).toEqual({
          kind: 'wrong',
          triesLeft: 4,
        })
        expect(await tryCode(id, codeHash, expiresAt)).toEqual({ kind: 'gone' })
        expect(await tryCode(id, wrong, expiresAt)).toEqual({ kind: 'gone' })
        expect(await takeLink(linkHash, { id }, expiresAt)).toBeNull()
        expect(await takeLink(linkHash, { id: 'another' }, expiresAt)).toBeNull()
        expect(await tryCode(id, codeHash, plus(expiresAt, -1))).toMatchObject({ kind: 'right' })
      })

      it('counts as many wrong codes as it has tries when forty come at once', async () => {
        const { id, codeHash } = await challenge(store.storage)
        const tried = await atOnce(40, () => tryCode(id, wrong))
        const left = tried.flatMap((each) => (each.kind === 'wrong' ? [each.triesLeft] : []))
        expect(left.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4])
        expect(tried.filter(({ kind }) => kind === 'gone')).toHaveLength(35)
        expect(await tryCode(id, codeHash)).toEqual({ kind: 'gone' })
      })

      it('is ended by one of twenty right codes that come at once', async () => {
        const { id, codeHash } = await challenge(store.storage)
        const tried = await atOnce(20, () => tryCode(id, codeHash))
        expect(tried.filter(({ kind }) => kind === 'right')).toHaveLength(1)
        expect(tried.filter(({ kind }) => kind === 'gone')).toHaveLength(19)
      })

      it('gives way to a right code or to so many wrong ones, whichever come first', async () => {
        for (const triesLeft of [1, 2, 3, 4]) {
          const { id, codeHash, linkHash } = await challenge(store.storage, { triesLeft })
          const [tried, links] = await Promise.all([
            Promise.all(
              [...Array(6).keys()].flatMap(() => [tryCode(id, wrong), tryCode(id, codeHash)]),
            ),
            atOnce(6, () => takeLink(linkHash, { id })),
          ])
          const right = tried.filter(({ kind }) => kind === 'right').length
          const taken = links.filter((email) => email !== null).length
          const spent = tried.filter(({ kind }) => kind === 'wrong').length
          expect(right + taken).toBeLessThanOrEqual(1)
          expect(spent).toBeLessThanOrEqual(triesLeft)
          expect(right + taken === 1 || spent === triesLeft).toBe(true)
        }
      })

      it('can be started once under its id and once with its link', async () => {
        const { people } = store.storage
        const started = await challenge(store.storage)
        await expect(people.startChallenge(aChallenge({ id: started.id }))).rejects.toThrow()
        const sameLink = aChallenge({ linkHash: started.linkHash })
        await expect(people.startChallenge(sameLink)).rejects.toThrow()
        expect(await people.findChallenge(started.id)).toEqual(started)
      })
    })

    describe('a link', () => {
      it('works once, in the browser that asked', async () => {
        const { id, codeHash, linkHash } = await challenge(store.storage)
        expect(await takeLink(linkHash, { id })).toBe('Grace@Example.org')
        expect(await takeLink(linkHash, { id })).toBeNull()
        expect(await tryCode(id, codeHash)).toEqual({ kind: 'gone' })
      })

      it('works once elsewhere with the address, whatever its case', async () => {
        const { linkHash } = await challenge(store.storage)
        expect(await takeLink(linkHash, { email: 'gRACE@example.ORG' })).toBe('Grace@Example.org')
        expect(await takeLink(linkHash, { email: 'Grace@Example.org' })).toBeNull()
      })

      it('spends a try of its challenge with another browser or address, and no other', async () => {
        const { id, codeHash, linkHash } = await challenge(store.storage)
        const other = await challenge(store.storage, { email: 'ada@example.org' })
        expect(await takeLink(linkHash, { id: other.id })).toBeNull()
        expect(await takeLink(linkHash, { email: other.email })).toBeNull()
        expect(await takeLink('unknown', { id })).toBeNull()
        expect(await store.storage.people.findChallenge(other.id)).toEqual(other)
        expect(await tryCode(id, wrong)).toEqual({ kind: 'wrong', triesLeft: 2 })
        expect(await takeLink(linkHash, { email: 'grace@example.or' })).toBeNull()
        expect(await takeLink(linkHash, { id: '' })).toBeNull()
        expect(await takeLink(linkHash, { id })).toBeNull()
        expect(await tryCode(id, codeHash)).toEqual({ kind: 'gone' })
      })

      it('is taken by one of twenty that come at once', async () => {
        const { id, linkHash } = await challenge(store.storage)
        const taken = await atOnce(20, () => takeLink(linkHash, { id }))
        expect(taken.filter((email) => email !== null)).toEqual(['Grace@Example.org'])
      })
    })
  })
}
