import type { MoreTime } from '@expertconnect/contract/calls/more-time'
import type { Call } from '@expertconnect/contract/calls/shapes'
import { act, renderHook, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useMoreTime } from '../../../src/pages/call/use-more-time.ts'
import { call as request } from '../../../src/server/api/client.ts'
import { ApiProblem, unreachable } from '../../../src/server/api/problem.ts'
import { sampleCall } from './sample-call.ts'

vi.mock('../../../src/server/api/client.ts')

const plain: MoreTime = {
  minutes: 15,
  endsAt: '2030-11-25T10:15:00Z',
  price: { amount: 4500, currency: 'USD' },
  total: { amount: 22_500, currency: 'USD' },
  allowed: ['offer'],
}
const at = (version: number, more: Partial<MoreTime> = {}, rest: Partial<Call> = {}) =>
  sampleCall({ version, moreTime: { ...plain, ...more }, ...rest })
const own = { offeredBy: 'customer' } as const
const theirs = { offeredBy: 'expert' } as const

let refusal: ApiProblem | null
const keys: (string | undefined)[] = []

beforeEach(() => {
  refusal = null
  keys.length = 0
  vi.mocked(request)
    .mockReset()
    .mockImplementation(((_name: string, _input: unknown, options: { key?: string }) => {
      keys.push(options.key)
      return refusal ? Promise.reject(refusal) : Promise.resolve({})
    }) as never)
})

function start(first: Call, onSent: () => Promise<unknown> = async () => undefined) {
  return renderHook(({ call }) => useMoreTime(call, 'token', onSent), {
    initialProps: { call: first },
  })
}

describe('more time while one is in the call', () => {
  it('is sent with the version that was seen, and the call is read again', async () => {
    const onSent = vi.fn<() => Promise<unknown>>().mockResolvedValue(undefined)
    const { result } = start(at(4, theirs), onSent)
    act(() => result.current.send('accept'))
    expect(result.current.busy).toBe('accept')
    await waitFor(() => expect(result.current.busy).toBeNull())
    expect(onSent).toHaveBeenCalledTimes(1)
    expect(vi.mocked(request).mock.calls[0]?.slice(0, 2)).toEqual([
      'changeBooking',
      { params: { id: 'booking-0001' }, body: { version: 4, moreTime: 'accept' } },
    ])
  })

  it('that got no answer is sent again under the same key', async () => {
    refusal = new ApiProblem(unreachable)
    const { result } = start(at(4, theirs))
    act(() => result.current.send('accept'))
    await waitFor(() => expect(result.current.problem).toMatchObject({ status: 0 }))
    refusal = null
    act(() => result.current.send('accept'))
    await waitFor(() => expect(result.current.busy).toBeNull())
    expect(result.current.problem).toBeNull()
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(1)
  })

  it('that is refused says why, but not of what has changed meanwhile: that is shown', async () => {
    refusal = new ApiProblem({ ...unreachable, status: 409, code: 'slot_taken' })
    const { result } = start(at(4, theirs))
    act(() => result.current.send('accept'))
    await waitFor(() => expect(result.current.problem?.code).toBe('slot_taken'))
    act(() => result.current.dismiss())
    expect(result.current.problem).toBeNull()
    refusal = new ApiProblem({ ...unreachable, status: 409, code: 'stale_version' })
    act(() => result.current.send('accept'))
    await waitFor(() => expect(result.current.busy).toBeNull())
    expect(result.current.problem).toBeNull()
  })

  it.each<[string, Call, Call, 'longer' | 'kept' | null]>([
    ['agreed to', at(2, own), at(3, {}, { endsAt: '2030-11-25T10:15:00Z' }), 'longer'],
    ['refused by the other side', at(2, own), at(3), 'kept'],
    ['taken back by the other side', at(2, theirs), at(3), null],
    ['lost, and given up by the other side', at(2, { ...own, obstacle: 'taken' }), at(3), null],
    ['only read again', at(2, own), at(2, own), null],
    ['no question any more', at(2, own), sampleCall({ version: 2 }), null],
  ])('that was %s', (_what, before, after, news) => {
    const { result, rerender } = start(before)
    rerender({ call: after })
    expect(result.current.news).toBe(news)
    // The next question takes the place of what became of the last one.
    rerender({ call: at(9, theirs, { endsAt: after.endsAt }) })
    expect(result.current.news).toBeNull()
  })

  it('that is put off is put off until the session ends at another time', () => {
    const { result, rerender } = start(at(2))
    expect(result.current.isPutOff).toBe(false)
    act(() => result.current.putOff())
    rerender({ call: at(3) })
    expect(result.current.isPutOff).toBe(true)
    rerender({ call: at(4, {}, { endsAt: '2030-11-25T10:15:00Z' }) })
    expect(result.current.isPutOff).toBe(false)
  })

  it('that one takes back oneself is no news', async () => {
    let told = () => undefined as void
    const hook = start(at(2, own), async () => told())
    told = () => hook.rerender({ call: at(3) })
    await act(async () => hook.result.current.send('drop'))
    expect(hook.result.current.question).toEqual(plain)
    expect(hook.result.current.news).toBeNull()
  })
})
