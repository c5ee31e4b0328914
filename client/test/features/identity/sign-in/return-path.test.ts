import type { Problem } from '@expertconnect/contract/problem'
import { describe, expect, it } from 'vitest'
import { unreachable } from '../../../../src/server/api/problem.ts'
import { describeRefusal } from '../../../../src/ui/feedback/describe-refusal.ts'
import { returnPath } from '../../../../src/features/identity/sign-in/return-path.ts'
import { paths } from '../../../../src/lib/paths.ts'

const leadsTo = (to: string) => returnPath(`?to=${encodeURIComponent(to)}`)

describe('where signing in leads to', () => {
  it('is where one came from', () => {
    expect(leadsTo('/experts/asha-rai?minutes=30')).toBe('/experts/asha-rai?minutes=30')
    expect(returnPath(paths.signIn('/account').replace('/sign-in', ''))).toBe('/account')
    expect(leadsTo('/')).toBe('/')
    expect(leadsTo('/experts/../bookings/x')).toBe('/bookings/x')
  })

  it('is my bookings where nothing else is said', () => {
    expect(returnPath('')).toBe('/bookings')
    expect(leadsTo('/sign-in?to=/sign-in')).toBe('/bookings')
    expect(leadsTo('/sign-in/')).toBe('/bookings')
  })

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    'bookings',
    '/\t/evil.example',
    '/..//evil.example',
    '/experts/../..//evil.example/x?y=1',
    '/%2e%2e//evil.example',
    '/..\\/evil.example',
    '/./\\evil.example',
  ])('is never somebody else’s: %s', (to) => {
    expect(leadsTo(to)).toBe('/bookings')
  })
})

describe('a refusal for being too often', () => {
  const refused = (retryAfterSeconds: number): Problem => ({
    ...unreachable,
    status: 429,
    code: 'too_many',
    retryAfterSeconds,
  })

  it('says when it is possible again', () => {
    localStorage.setItem('ec.time', JSON.stringify({ zone: 'UTC', clock: '24' }))
    expect(describeRefusal(refused(20))).toMatch(/again in a minute\.$/)
    expect(describeRefusal(refused(3000))).toMatch(/again at \d\d:\d\d\.$/)
    expect(describeRefusal(refused(80_000))).toMatch(/again from \w+ .*, \d\d:\d\d on\.$/)
  })
})
