import { expect, it } from 'vitest'
import { createTokens } from '../../src/base/tokens.ts'
import { parseInstant } from '../../src/domain/time/instant.ts'
import { createDemoPath } from '../../src/entry/demo-path.ts'
import { madeUpExperts, seedContent } from '../../src/seed/seed-content.ts'

const tokens = createTokens('a secret of the tests, 32 bytes long')
const demoPath = createDemoPath(tokens, madeUpExperts())
const { experts } = seedContent(parseInstant('2026-11-23T07:00:00Z'), 'USD')

it('a demo leads the customer of anybody made up to the other side of the call', () => {
  for (const { id: expertId } of experts) {
    const booking = { id: 'booking-1', expertId }
    const [path, token = ''] = demoPath(booking, 'customer')?.split('#') ?? []
    expect(path).toBe('/b/booking-1/call')
    const endsAt = parseInstant('2026-11-23T07:00:00Z')
    expect(tokens.readExpert(token, { ...booking, endsAt }, endsAt)).toBe('open')
  }
})

it('a demo gives nobody the link of a customer, nor that of an expert who is real', () => {
  const [made] = experts
  const booking = { id: 'booking-1', expertId: made?.id ?? '' }
  expect(demoPath(booking, 'expert')).toBeUndefined()
  expect(demoPath({ ...booking, expertId: 'expert-ada' }, 'customer')).toBeUndefined()
})
