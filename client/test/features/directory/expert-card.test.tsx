import type { FoundExpert } from '@expertconnect/contract/experts/shapes'
import { render, screen, within } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { expect, test } from 'vitest'
import { ExpertCard } from '../../../src/features/directory/expert-card.tsx'
import { sampleExpert } from '../expert/sample-expert.ts'

const now = Date.parse('2026-11-25T06:00:00Z')

function show(differences: Partial<FoundExpert> = {}) {
  render(
    <MemoryRouter>
      <ul>
        <ExpertCard
          expert={{ ...sampleExpert(), ...differences }}
          zone="Asia/Kathmandu"
          now={now}
        />
      </ul>
    </MemoryRouter>,
  )
  return screen.getAllByRole('listitem')[0]?.textContent ?? ''
}

test('a link named by the expert, and one for each time, told in the visitor’s zone', () => {
  const freeTimes = ['2026-11-25T10:00:00Z', '2026-11-26T04:00:00Z', '2026-12-24T04:00:00Z']
  const text = show({ freeTimes })
  const link = screen.getByRole('link', { name: 'Amara Okafor' })
  expect(link.getAttribute('href')).toBe('/experts/amara-okafor')
  const times = within(screen.getByRole('list', { name: 'Free times of Amara Okafor' }))
  const links = times.getAllByRole('link')
  expect(links.map((each) => each.textContent)).toEqual([
    expect.stringMatching(/^Today (15:45|3:45 PM)$/),
    expect.stringMatching(/^Tomorrow (09:45|9:45 AM)$/),
    expect.stringMatching(/^Thu.* 24.* (09:45|9:45 AM)$/),
  ])
  expect(links[1]?.getAttribute('href')).toBe('/experts/amara-okafor?at=2026-11-26T04:00:00Z#book')
  expect(text).toContain('$180')
  expect(text).toContain('Rated 4.9 of 5, 132 reviews')
})

test('where a list tells of the next free start alone, it is the one that is offered', () => {
  show()
  expect(screen.getByRole('link', { name: /^Today (15:45|3:45 PM)$/ })).toBeTruthy()
})

test('nobody has rated them, they have no skills, no picture and no time', () => {
  const text = show({
    rating: { average: 0, count: 0 },
    skills: [],
    photoUrl: null,
    nextFreeAt: null,
  })
  expect(text).toContain('No reviews yet')
  expect(text).toContain('No free times at the moment')
  expect(text).toContain('AO')
})

test('a time that has passed since it was read is not offered', () => {
  expect(show({ nextFreeAt: '2026-11-25T05:59:00Z' })).toContain('See free times')
})

test('the longest names, skills and prices are there whole', () => {
  const name = `Wolfeschlegelsteinhausenbergerdorff ${'von der '.repeat(10)}Längenfeld`
  const skill = 'An extraordinarily long skill that fits into no line of any card'
  const text = show({ name, skills: [skill], hourlyRate: { amount: 123_456_789, currency: 'USD' } })
  expect(text).toContain(name)
  expect(text).toContain(skill)
  expect(text).toContain('$1,234,567.89')
})
