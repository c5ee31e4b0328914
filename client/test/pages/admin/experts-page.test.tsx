import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import {
  adminExpert,
  begin,
  button,
  described,
  refusal,
  sent,
  show,
  world,
} from './admin-world.tsx'

vi.mock('../../../src/server/api/client.ts')
beforeEach(begin)

const textbox = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })

test('searches while one types and tells where nobody is found', async () => {
  const user = show()
  await screen.findByRole('heading', { name: 'Asha Rai' })
  await user.type(screen.getByRole('searchbox', { name: 'Search experts' }), 'zzz')
  expect(await screen.findByText('Nobody matches “zzz”')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Show everyone' }))
  expect(await screen.findByRole('heading', { name: 'Asha Rai' })).toBeTruthy()
})

test('more are shown on demand', async () => {
  world.answers.listAdminExperts = ({ query = {} }) =>
    query.cursor === 'next'
      ? { items: [adminExpert({ id: 'expert-2', name: 'Bo Lin' })], total: 2 }
      : { items: [adminExpert()], nextCursor: 'next', total: 2 }
  const user = show()
  await screen.findByText('1 of 2 experts')
  await user.click(await button('Show more'))
  expect(await screen.findByRole('heading', { name: 'Bo Lin' })).toBeTruthy()
  expect(screen.getByText('2 experts')).toBeTruthy()
})

test('an invitation that is refused keeps what was typed, with the faults at their fields', async () => {
  const user = show()
  await user.click(await button('Invite an expert'))
  expect(document.activeElement).toBe(textbox('E-mail'))
  await user.type(textbox('E-mail'), 'bo@')
  await user.type(textbox('Name'), 'Bo Lin')
  const detail = 'This does not look like an e-mail address'
  world.refusals.inviteExpert = [
    refusal('invalid_input', { errors: [{ pointer: '#/email', detail }] }),
    refusal('address_in_use', { status: 409, title: 'This address is already in use' }),
  ]
  world.answers.inviteExpert = ({ body }) =>
    adminExpert({ ...body, category: { slug: 'law', name: 'Law' } })
  await user.click(await button('Send the invitation'))
  await waitFor(() => expect(described(textbox('E-mail'))).toContain(detail))
  expect(document.activeElement).toBe(textbox('E-mail'))
  await user.type(textbox('E-mail'), 'example.com')
  expect(described(textbox('E-mail'))).not.toContain(detail)
  await user.selectOptions(screen.getByRole('combobox', { name: 'Category' }), 'Law')
  await user.click(await button('Send the invitation'))
  expect(await screen.findByText('This address is already in use')).toBeTruthy()
  await user.click(await button('Send the invitation'))
  expect(await screen.findByText('Bo Lin is invited')).toBeTruthy()
  expect(sent('inviteExpert').at(-1)?.body).toEqual({
    email: 'bo@example.com',
    name: 'Bo Lin',
    category: 'law',
  })
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('saves only what was changed, of the version that was seen', async () => {
  world.answers.changeExpert = () => adminExpert()
  const user = show()
  await user.click(await button('Edit Asha Rai'))
  await user.clear(textbox('Price per hour'))
  await user.type(textbox('Price per hour'), 'much')
  await user.click(await button('Save'))
  expect(described(textbox('Price per hour'))).toContain('Please give an amount')
  await user.clear(textbox('Price per hour'))
  await user.type(textbox('Price per hour'), '75.5')
  await user.type(textbox('Skills'), 'Oaks, Limes,')
  await user.click(await button('Save'))
  await screen.findByText('Saved: Asha Rai')
  expect(sent('changeExpert')).toEqual([
    {
      params: { id: 'expert-1' },
      body: { version: 3, hourlyRate: 7550, skills: ['Oaks', 'Limes'] },
    },
  ])
})

test('what somebody else saves meanwhile is taken over, and what was typed is kept', async () => {
  const user = show()
  await user.click(await button('Edit Asha Rai'))
  await user.clear(textbox('Headline'))
  await user.type(textbox('Headline'), 'Mine')
  world.refusals.changeExpert = [refusal('stale_version', { status: 409 })]
  world.experts = [adminExpert({ version: 4, headline: 'Theirs', bio: 'Their words' })]
  world.answers.changeExpert = () => adminExpert()
  await user.click(await button('Save'))
  expect(await screen.findByText('Headline: “Theirs”')).toBeTruthy()
  expect(textbox('Headline').value).toBe('Mine')
  expect(textbox('About').value).toBe('Their words')
  await user.click(await button('Save'))
  await screen.findByText('Saved: Asha Rai')
  expect(sent('changeExpert').at(-1)?.body).toEqual({ version: 4, headline: 'Mine' })
})

test('hiding says what it means; the row that leaves the list gives the focus to the heading', async () => {
  world.answers.changeExpert = ({ body }) => {
    world.experts = [adminExpert({ listed: body?.listed === true, version: 4 })]
    return world.experts[0]
  }
  const user = show('/admin?show=listed')
  await user.click(await button('Hide Asha Rai'))
  const dialog = screen.getByRole('dialog', { name: 'Hide Asha Rai?' })
  expect(within(dialog).getByText(/existing ones stay/)).toBeTruthy()
  await user.click(within(dialog).getByRole('button', { name: 'Hide' }))
  expect(await screen.findByText('Asha Rai is hidden')).toBeTruthy()
  expect(sent('changeExpert')).toEqual([
    { params: { id: 'expert-1' }, body: { version: 3, listed: false } },
  ])
  await screen.findByText('Nobody is here')
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })),
  )
})
