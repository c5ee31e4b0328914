import { describe, expect, it } from 'vitest'
import { faultsOf } from '../../../src/features/book/contact/check.ts'
import { customerOf, fields } from '../../../src/features/book/contact/draft.ts'
import { placeFaults } from '../../../src/ui/form/place-faults.ts'

const draft = { name: ' Mina ', email: 'mina@example.org ', phone: '', topic: '  ' }

describe('the form', () => {
  it('has the rules of the server', () => {
    expect(faultsOf(draft)).toEqual({})
    expect(
      faultsOf({ name: ' ', email: 'a@b.org, c@d.org', phone: 'call me', topic: 'x'.repeat(2001) }),
    ).toEqual({
      name: 'Please tell us your name',
      email: 'This does not look like an e-mail address',
      phone: 'This does not look like a phone number',
      topic: 'At most 2,000 characters',
    })
  })

  it('sends what was typed, and nothing for what was not', () => {
    expect(customerOf(draft)).toEqual({ customer: { name: 'Mina', email: 'mina@example.org' } })
    expect(customerOf({ ...draft, phone: '+977 1 234567', topic: 'Roots' })).toEqual({
      customer: { name: 'Mina', email: 'mina@example.org', phone: '+977 1 234567' },
      topic: 'Roots',
    })
  })

  it('places the server’s faults at their fields, and keeps the rest', () => {
    expect(
      placeFaults(
        [
          { pointer: '#/customer/name', detail: 'Too long' },
          { pointer: '#/topic', detail: 'Too long as well' },
          { pointer: '#/timeZone', detail: 'Unknown time zone' },
        ],
        fields,
      ),
    ).toEqual({
      inFields: { name: 'Too long', topic: 'Too long as well' },
      rest: ['Unknown time zone'],
    })
  })
})
