import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { begin, button, showRoom } from './show-room.tsx'

beforeEach(begin)
afterEach(() => vi.unstubAllGlobals())

const notes = <textarea aria-label="Your private notes" defaultValue="" />

describe('the notes beside a call', () => {
  it('open beside the stage with the focus in them, instead of the chat, and give it back', async () => {
    const { user } = showRoom({ notes })
    await user.click(button('Chat'))
    await user.click(button('Your private notes'))
    expect(screen.queryByRole('complementary', { name: 'Chat' })).toBeNull()
    const panel = screen.getByRole('complementary', { name: 'Notes' })
    expect(document.activeElement).toBe(within(panel).getByRole('textbox'))
    await user.click(button('Close the notes'))
    expect(document.activeElement).toBe(button('Your private notes'))
    expect(button('Your private notes').getAttribute('aria-expanded')).toBe('false')
  })

  it('are not there in practice', () => {
    showRoom()
    expect(screen.queryByRole('button', { name: 'Your private notes' })).toBeNull()
  })

  it('are in the menu where the bar has no room for them, which the focus comes back to', async () => {
    vi.stubGlobal('matchMedia', (query: string) => ({
      matches: query.includes('max-width: 719px'),
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }))
    const { user } = showRoom({ notes })
    expect(screen.queryByRole('button', { name: 'Your private notes' })).toBeNull()
    await user.click(button('More'))
    await user.click(screen.getByRole('menuitem', { name: 'Your private notes' }))
    await user.click(button('Close the notes'))
    expect(document.activeElement).toBe(button('More'))
  })
})
