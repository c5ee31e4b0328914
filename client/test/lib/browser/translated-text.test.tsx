import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { allowTranslation } from '../../../src/lib/browser/translated-text.ts'

type Manner = 'instead' | 'around' | 'in two steps'

/** As translators do it: a `<font>` in the place of each text, or around it. */
function translate(root: Node, manner: Manner): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  for (const text of texts) {
    if (text.parentElement?.tagName === 'FONT') continue
    const font = document.createElement('font')
    if (manner === 'in two steps') {
      font.append(`${text.data}*`)
      text.before(font)
      text.remove()
    } else {
      if (manner === 'instead') font.append(`${text.data}*`)
      text.replaceWith(font)
      if (manner === 'around') font.append(text)
    }
  }
}

function Sample({ time, note, icon }: { time: string; note: string | null; icon: boolean }) {
  return (
    <p data-testid="sample">
      {icon && <b>!</b>}
      Book {time}
      {note}
      {icon && <i>?</i>}
    </p>
  )
}

const text = () => screen.getByTestId('sample').textContent.replaceAll('*', '')

beforeAll(allowTranslation)
afterEach(() => document.body.replaceChildren())

describe.each<Manner>(['instead', 'around', 'in two steps'])('a page translated %s', (manner) => {
  it('shows what changes, what comes and what goes', async () => {
    const { container, rerender, unmount } = render(
      <Sample time="10:00" note=" now" icon={false} />,
    )
    const after = async (time: string, note: string | null, icon: boolean) => {
      translate(container, manner)
      await act(async () => Promise.resolve())
      rerender(<Sample time={time} note={note} icon={icon} />)
      return text()
    }
    expect(await after('10:30', ' now', false)).toBe('Book 10:30 now')
    expect(await after('11:00', null, true)).toBe('!Book 11:00?')
    expect(await after('11:30', ' later', false)).toBe('Book 11:30 later')
    translate(container, manner)
    await act(async () => Promise.resolve())
    unmount()
    expect(container.textContent).toBe('')
  })
})
