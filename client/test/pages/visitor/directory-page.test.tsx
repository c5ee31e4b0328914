import type { Suggestion } from '@expertconnect/contract/experts/shapes'
import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, useLocation, useNavigate } from 'react-router'
import { beforeEach, expect, test, vi } from 'vitest'
import { call } from '../../../src/server/api/client.ts'
import { ApiProblem, unreachable } from '../../../src/server/api/problem.ts'
import { createQueryClient } from '../../../src/server/api/query-client.ts'
import { DirectoryPage } from '../../../src/pages/visitor/directory-page.tsx'
import { sampleExpert } from '../../features/expert/sample-expert.ts'

vi.mock('../../../src/server/api/client.ts', () => ({ call: vi.fn<typeof call>() }))

type Search = { query: { query?: string; category?: string; cursor?: string; sort: string } }
let searches: Search['query'][]
let suggested: string[]
let suggestions: Suggestion[]
let answer: (search: Search['query']) => unknown

beforeEach(() => {
  searches = []
  suggested = []
  suggestions = []
  answer = () => ({ items: [sampleExpert()], total: 1 })
  vi.mocked(call).mockImplementation((name, input) => {
    if (name === 'listCategories') {
      const law = { slug: 'law', name: 'Law', icon: 'scale', experts: 4 }
      return Promise.resolve({ items: [law] }) as never
    }
    if (name === 'suggest') {
      suggested.push((input as { query: { query: string } }).query.query)
      return Promise.resolve({ items: suggestions }) as never
    }
    const { query } = input as unknown as Search
    searches.push(query)
    return Promise.resolve().then(() => answer(query)) as never
  })
})

function Address() {
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  return (
    <button onClick={() => void navigate(-1)} data-testid="back">
      {pathname + search}
    </button>
  )
}

function open(path = '/experts') {
  const client = createQueryClient()
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } })
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={['/', path]} initialIndex={1}>
        <DirectoryPage />
        <Address />
      </MemoryRouter>
    </QueryClientProvider>,
  )
}

const address = () => screen.getByTestId('back').textContent

test('what is typed lands in the address once, and the box can be cleared', async () => {
  open()
  await screen.findByText('Amara Okafor')
  await userEvent.type(screen.getByRole('combobox', { name: 'Search experts' }), 'pri cing')
  await waitFor(() => expect(address()).toBe('/experts?query=pri+cing'))
  // The address changes first, and what it asks for is asked after it.
  await waitFor(() => expect(searches.map(({ query }) => query)).toEqual([undefined, 'pri cing']))
  await userEvent.click(screen.getByRole('button', { name: 'Clear the search' }))
  expect(address()).toBe('/experts')
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Search experts' }))
})

test('filters are read from the address, changed in it, and Back undoes them', async () => {
  open('/experts?query=visa&sort=price')
  expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Search experts' }).value).toBe(
    'visa',
  )
  await userEvent.click(await screen.findByRole('link', { name: /Law/ }))
  expect(address()).toBe('/experts?query=visa&category=law&sort=price')
  expect(screen.getByRole('link', { name: /Law/ }).getAttribute('aria-current')).toBe('true')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Experts for “visa” in Law')
  await userEvent.selectOptions(screen.getByLabelText('Sort by'), 'rating')
  expect(searches.at(-1)).toMatchObject({ query: 'visa', category: 'law', sort: 'rating' })
  await userEvent.click(screen.getByTestId('back'))
  await userEvent.click(screen.getByTestId('back'))
  expect(address()).toBe('/experts?query=visa&sort=price')
  await userEvent.click(screen.getByRole('link', { name: 'Clear all' }))
  expect(address()).toBe('/experts?sort=price')
  expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Search experts' }).value).toBe('')
})

test('where nobody matches, it says what was asked for and leads out', async () => {
  answer = () => ({ items: [], total: 0 })
  open('/experts?query=zzz&category=law')
  await screen.findByText('Nobody matches all of those')
  expect(screen.getByText('You asked for “zzz” and the category Law.')).toBeTruthy()
  await userEvent.click(screen.getByRole('link', { name: 'Without “zzz”' }))
  expect(address()).toBe('/experts?category=law')
})

test('a failure says so and can be tried again', async () => {
  answer = () => Promise.reject(new ApiProblem(unreachable))
  open()
  await screen.findByText('The experts could not be loaded')
  answer = () => ({ items: [sampleExpert()], total: 1 })
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByText('Amara Okafor')
})

test('more are shown below those that are there', async () => {
  answer = ({ cursor }) =>
    cursor === undefined
      ? { items: [sampleExpert()], total: 2, nextCursor: 'next' }
      : { items: [sampleExpert({ id: 'expert-0002', slug: 'b', name: 'Bo Li' })], total: 2 }
  open()
  await userEvent.click(await screen.findByRole('button', { name: 'Show the last 1' }))
  await screen.findByText('Bo Li')
  expect(screen.getByText('Amara Okafor')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /Show/ })).toBeNull()
})

test('where nobody has the typed words, the page says which ones these were found by', async () => {
  answer = () => ({ items: [sampleExpert()], total: 1, meant: 'pricing' })
  open('/experts?query=prcing')
  expect((await screen.findByText(/^No exact match/)).textContent).toBe(
    'No exact match for “prcing”. These match pricing:',
  )
  expect(screen.getByText('Amara Okafor')).toBeTruthy()
})

test('words of which each was looked for by itself are not told twice', async () => {
  answer = () => ({ items: [sampleExpert()], total: 1, meant: 'bo lin' })
  open('/experts?query=Bo,+Lin')
  expect((await screen.findByText(/^No exact match/)).textContent).toBe(
    'No exact match for “Bo, Lin”. These come close:',
  )
})

const box = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Search experts' })
const law: Suggestion = { kind: 'category', slug: 'law', name: 'Law', icon: 'scale' }
const skill: Suggestion = { kind: 'words', text: 'Lawns' }

test('suggestions are gone through by arrows, said by number, and taken by Enter', async () => {
  suggestions = [law, skill]
  open()
  await screen.findByText('Amara Okafor')
  await userEvent.type(box(), 'law')
  const list = await screen.findByRole('listbox', { name: 'Suggestions' })
  const options = within(list).getAllByRole('option')
  expect(options).toHaveLength(2)
  expect(box().getAttribute('aria-expanded')).toBe('true')
  expect(screen.getByText('2 suggestions')).toBeTruthy()
  // One question for what was typed at once, and nothing chosen before an arrow is pressed.
  expect(suggested).toEqual(['law'])
  expect(box().getAttribute('aria-activedescendant')).toBeNull()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  expect(box().getAttribute('aria-activedescendant')).toBe(options[1]?.id)
  expect(document.activeElement).toBe(box())
  await userEvent.keyboard('{Enter}')
  expect(box().value).toBe('Lawns')
  await waitFor(() => expect(address()).toBe('/experts?query=Lawns'))
  expect(screen.queryByRole('listbox', { name: 'Suggestions' })).toBeNull()
})

test('a category that is pressed takes the place of the words', async () => {
  suggestions = [law]
  open()
  await screen.findByText('Amara Okafor')
  await userEvent.type(box(), 'law')
  await userEvent.click(await screen.findByRole('option', { name: /Law/ }))
  await waitFor(() => expect(address()).toBe('/experts?category=law'))
  expect(box().value).toBe('')
})

test('typing and Enter search at once, and Escape closes what is suggested', async () => {
  suggestions = [skill]
  open()
  await screen.findByText('Amara Okafor')
  await userEvent.type(box(), 'law')
  await screen.findByRole('listbox', { name: 'Suggestions' })
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('listbox', { name: 'Suggestions' })).toBeNull()
  expect(box().value).toBe('law')
  await userEvent.type(box(), 'yer{Enter}')
  expect(address()).toBe('/experts?query=lawyer')
  expect(screen.queryByRole('listbox', { name: 'Suggestions' })).toBeNull()
})
