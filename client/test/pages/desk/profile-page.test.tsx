import type { Expert } from '@expertconnect/contract/experts/shapes'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { begin, bodies, problem, sentTo, show, world } from './desk-world.tsx'

vi.mock('../../../src/server/api/client.ts')
vi.mock('../../../src/server/live/watch-desk.ts')
vi.mock('../../../src/features/expert/profile-head.tsx', () => ({
  ProfileHead: ({ expert }: { expert: Expert }) => <p>head: {expert.headline}</p>,
}))

beforeEach(begin)

const field = (name: RegExp | string) => screen.findByRole<HTMLInputElement>('textbox', { name })
const change = async (name: RegExp | string, value: string) =>
  fireEvent.change(await field(name), { target: { value } })

describe('the profile', () => {
  it('is previewed while it is typed, and only what changed is sent', async () => {
    const { user } = show('/desk/profile')
    await change('Headline', 'Trees in cities')
    expect(screen.getByText('head: Trees in cities')).toBeTruthy()
    await change(/Rate per hour/, '99.5')
    await user.type(await field('Skills'), 'Beeches{Enter}')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(bodies('changeProfile')).toEqual([
        {
          version: 7,
          headline: 'Trees in cities',
          hourlyRate: 9950,
          skills: ['Pricing', 'Go-to-market', 'Beeches'],
        },
      ]),
    )
  })

  it('is not sent without a name, nor with a rate that is none', async () => {
    const { user } = show('/desk/profile')
    await change('Name', ' ')
    await change(/Rate per hour/, 'a lot')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(screen.getByText('Please give a name')).toBeTruthy()
    expect(screen.getByText('Give an amount, such as 120')).toBeTruthy()
    expect(sentTo('changeProfile')).toEqual([])
  })

  it('has a link to a room of one’s own, which visitors are not shown', async () => {
    const { user } = show('/desk/profile')
    await change(/Your own meeting link/, 'http://meet.example/ada')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(
      screen.getByText('Enter a link that begins with https://, or leave it empty'),
    ).toBeTruthy()
    expect(sentTo('changeProfile')).toEqual([])
    await change(/Your own meeting link/, 'https://meet.example/ada')
    expect(screen.getByRole('region', { name: 'As visitors see it' }).textContent).not.toContain(
      'meet.example',
    )
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(bodies('changeProfile')).toEqual([
        { version: 7, meetingUrl: 'https://meet.example/ada' },
      ]),
    )
  })

  it('shows the faults that the server finds at their fields', async () => {
    world.refusals = {
      changeProfile: [
        problem('invalid_input', { errors: [{ pointer: '#/bio', detail: 'No links, please' }] }),
      ],
    }
    const { user } = show('/desk/profile')
    await change('About you', 'https://example.com')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('No links, please')).toBeTruthy()
  })
})

describe('the photo', () => {
  const picture = new File(['bytes'], 'me.png', { type: 'image/png' })

  it('is sent as it is, and what came back is shown', async () => {
    const { user } = show('/desk/profile')
    await user.upload(await screen.findByLabelText('Picture file'), picture)
    expect(await screen.findByText('Your new photo is saved')).toBeTruthy()
    expect(sentTo('setPhoto')[0]?.options.picture).toBe(picture)
    expect(document.querySelector('img[src="/portraits/new.webp"]')).toBeTruthy()
  })

  it('is refused with the reason', async () => {
    world.refusals = { setPhoto: [problem('not_an_image', { detail: 'It is animated.' })] }
    const { user } = show('/desk/profile')
    await user.upload(await screen.findByLabelText('Picture file'), picture)
    expect(await screen.findByText(/It is animated/)).toBeTruthy()
  })

  it('of an iPhone is refused with the way out, also where the system does not know its type', async () => {
    show('/desk/profile')
    const file = await screen.findByLabelText('Picture file')
    for (const [name, type] of [
      ['IMG_1.HEIC', ''],
      ['me.heic', 'image/heic'],
    ] as const) {
      fireEvent.change(file, { target: { files: [new File(['bytes'], name, { type })] } })
      expect(await screen.findByText(/export it as a JPEG/)).toBeTruthy()
    }
    expect(sentTo('setPhoto')).toEqual([])
  })

  it('that a system calls a JPG is sent as the JPEG that it is', async () => {
    show('/desk/profile')
    const file = await screen.findByLabelText('Picture file')
    const jpg = new File(['bytes'], 'me.jpg', { type: 'image/jpg' })
    fireEvent.change(file, { target: { files: [jpg] } })
    expect(await screen.findByText('Your new photo is saved')).toBeTruthy()
    expect(sentTo('setPhoto')[0]?.options.picture?.type).toBe('image/jpeg')
  })

  it('is looked at before it is sent', async () => {
    show('/desk/profile')
    const file = await screen.findByLabelText('Picture file')
    const text = new File(['words'], 'words.txt', { type: 'text/plain' })
    fireEvent.change(file, { target: { files: [text] } })
    expect(await screen.findByText(/That isn’t a picture/)).toBeTruthy()
    expect(sentTo('setPhoto')).toEqual([])
  })
})
