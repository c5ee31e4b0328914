import { act, fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { message } from '../fake-call.ts'
import { begin, button, showRoom } from './show-room.tsx'

beforeEach(begin)

const panel = () => screen.getByRole('complementary', { name: 'Chat' })
const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message to Asha Rai' })

describe('the chat', () => {
  it('shows what arrives while it is closed, counts it, and has read it when it opens', async () => {
    const { user, receive, done } = showRoom()
    act(() => receive('The plan is ready'))
    expect(screen.getByText('The plan is ready')).toBeTruthy()
    act(() => receive('Look'))
    await user.click(button('Chat, 2 unread'))
    expect(within(panel()).getByText('New')).toBeTruthy()
    expect(done).toContain('markRead')
    expect(button('Chat').getAttribute('aria-expanded')).toBe('true')
    expect(document.activeElement).toBe(box())
  })

  it('shows what arrives also where as many messages are kept as can be', () => {
    const { setChat } = showRoom()
    const kept = Array.from({ length: 3 }, (_, at) => message({ text: `Kept ${at}` }))
    act(() => setChat({ messages: kept, unread: 0 }))
    act(() => setChat({ messages: [...kept.slice(1), message({ text: 'The newest' })], unread: 1 }))
    expect(screen.getByText('The newest')).toBeTruthy()
  })

  it('leaves what arrives while it is open to the list, which speaks', async () => {
    const { user, receive } = showRoom()
    await user.click(button('Chat'))
    act(() => receive('Hello'))
    const log = within(panel()).getByRole('log', { name: 'Messages' })
    expect(within(log).getByText('Hello')).toBeTruthy()
    expect(screen.getAllByText('Hello')).toHaveLength(1)
  })

  it('sends by Enter, begins a line by Shift and Enter, and keeps what is not sent', async () => {
    const { user, unmount } = showRoom()
    await user.click(button('Chat'))
    await user.type(box(), 'One{Shift>}{Enter}{/Shift}two{Enter}')
    expect(within(panel()).getByText(/One\s+two/)).toBeTruthy()
    expect(within(panel()).getByText('On its way')).toBeTruthy()
    expect(box().value).toBe('')
    await user.type(box(), 'not yet')
    unmount()
    const again = showRoom()
    await again.user.click(button('Chat'))
    expect(box().value).toBe('not yet')
    await again.user.clear(box())
  })

  it('does not send a word that is still put together, nor an empty one', async () => {
    const { user, meeting } = showRoom()
    await user.click(button('Chat'))
    await user.type(box(), '  {Enter}')
    expect(button('Send').hasAttribute('disabled')).toBe(true)
    await user.type(box(), 'に')
    fireEvent.keyDown(box(), { key: 'Enter', isComposing: true })
    expect(meeting.chat.read().messages).toEqual([])
    await user.clear(box())
  })

  it('groups what one person wrote, and makes links that tell nobody where they were', async () => {
    const at = Date.parse('2030-11-25T09:10:00Z')
    const { user, setChat } = showRoom()
    act(() =>
      setChat({
        messages: [
          message({ text: 'See https://example.org/plan.', at }),
          message({ text: 'and <b>this</b>', at: at + 30_000 }),
          message({ text: 'Thanks', from: 'self', at: at + 40_000 }),
          message({ text: 'Later', at: at + 400_000 }),
        ],
        unread: 0,
      }),
    )
    await user.click(button('Chat'))
    expect(within(panel()).getAllByText('Asha Rai')).toHaveLength(2)
    expect(within(panel()).getByText('and <b>this</b>')).toBeTruthy()
    const link = within(panel()).getByRole('link')
    expect(link.getAttribute('href')).toBe('https://example.org/plan')
    expect(link.getAttribute('rel')).toBe('noopener noreferrer nofollow')
    expect(within(panel()).queryByText('New')).toBeNull()
  })

  it('gives the focus back to its button', async () => {
    const { user } = showRoom()
    await user.click(button('Chat'))
    await user.click(within(panel()).getByRole('button', { name: 'Close the chat' }))
    expect(document.activeElement).toBe(button('Chat'))
  })
})
