import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, test, vi } from 'vitest'
import { call } from '../../../src/server/api/client.ts'
import { ApiProblem, unreachable } from '../../../src/server/api/problem.ts'
import { createQueryClient } from '../../../src/server/api/query-client.ts'
import { BecomeAnExpertPage } from '../../../src/pages/visitor/become-an-expert-page.tsx'
import { noteMe, noteSignedOut } from '../../../src/server/api/session-mark.ts'

vi.mock('../../../src/server/api/client.ts')

let refusal: ApiProblem | null
let applications: unknown[]

beforeEach(() => {
  noteSignedOut()
  localStorage.clear()
  sessionStorage.clear()
  refusal = null
  applications = []
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
  vi.mocked(call).mockImplementation((name, input) => {
    if (name === 'getMe') {
      const person = { id: 'p', email: 'grace@example.com', roles: [], expertId: null }
      return Promise.resolve({ person }) as never
    }
    if (name === 'listCategories') {
      const design = { slug: 'design', name: 'Design', icon: 'palette', experts: 3 }
      return Promise.resolve({ items: [design] }) as never
    }
    applications.push((input as { body: unknown }).body)
    return refusal ? Promise.reject(refusal) : (Promise.resolve(null) as never)
  })
})

function show() {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter initialEntries={['/become-an-expert']}>
        <main>
          <BecomeAnExpertPage />
        </main>
      </MemoryRouter>
    </QueryClientProvider>,
  )
  return userEvent.setup()
}

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
const send = () => screen.getByRole('button', { name: 'Send the application' })

async function fill(user: ReturnType<typeof userEvent.setup>) {
  await user.type(field('Your name'), 'Tomáš Novák')
  await user.type(field('E-mail'), 'tomas@example.com')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Category' }), 'Design')
  await user.type(field('What you help with, in one line'), 'Wood')
  await user.type(field('What have you done?'), 'Thirty years')
}

test('what is typed outlives a reload, and is gone when it was sent', async () => {
  const user = show()
  await screen.findByRole('option', { name: 'Design' })
  await fill(user)
  cleanup()
  show()
  expect(field('Your name').value).toBe('Tomáš Novák')
  expect(field('What have you done?').value).toBe('Thirty years')
  await user.click(send())
  expect(await screen.findByText('tomas@example.com')).toBeTruthy()
  const heading = screen.getByRole('heading', { level: 1, name: /^Thank you/ })
  await waitFor(() => expect(document.activeElement).toBe(heading))
  expect(applications).toEqual([
    {
      name: 'Tomáš Novák',
      email: 'tomas@example.com',
      category: 'design',
      headline: 'Wood',
      bio: 'Thirty years',
    },
  ])
  cleanup()
  show()
  expect(field('Your name').value).toBe('')
})

test('faults stand at their fields, the first of them has the focus, and they go as one types', async () => {
  const user = show()
  const errors = [
    { pointer: '#/bio', detail: 'Please tell us about yourself' },
    { pointer: '#/name', detail: 'Please tell us your name' },
    { pointer: '#/category', detail: 'Expected a slug' },
  ]
  refusal = new ApiProblem({ ...unreachable, status: 422, code: 'invalid_input', errors })
  await user.click(send())
  expect(await screen.findByText('Please tell us your name')).toBeTruthy()
  expect(document.activeElement).toBe(field('Your name'))
  expect(screen.getByText('Please choose a category')).toBeTruthy()
  await user.type(field('Your name'), 'T')
  expect(screen.queryByText('Please tell us your name')).toBeNull()
  expect(screen.getByText('Please tell us about yourself')).toBeTruthy()
})

test('offline, it says so and keeps every word', async () => {
  const user = show()
  await user.type(field('Your name'), 'Tomáš Novák')
  refusal = new ApiProblem(unreachable)
  await user.click(send())
  expect(await screen.findByText('We could not reach ExpertConnect')).toBeTruthy()
  expect(field('Your name').value).toBe('Tomáš Novák')
})

test('the address of who is signed in is offered once', async () => {
  noteMe('p')
  const user = show()
  await waitFor(() => expect(field('E-mail').value).toBe('grace@example.com'))
  await user.clear(field('E-mail'))
  expect(field('E-mail').value).toBe('')
})
