import { useId, useState, type KeyboardEvent, type PointerEvent } from 'react'

/**
 * A list below a field, by the combobox pattern of the ARIA practices: the focus stays in the field, arrows go through the
 * list and out of it again, Enter takes what they are on, Escape closes. Nothing is taken that was not gone to, so that whoever
 * types on and presses Enter is not stopped.
 */
export function useCombobox(count: number, onChoose: (at: number) => void) {
  const id = useId()
  const [isWanted, setWanted] = useState(false)
  const [moved, setMoved] = useState(-1)
  const isOpen = isWanted && count > 0
  const at = isOpen && moved < count ? moved : -1
  const optionId = (index: number) => `${id}-${index}`

  function show(wanted: boolean, to = -1) {
    setWanted(wanted)
    setMoved(to)
  }

  function choose(index: number) {
    show(false)
    onChoose(index)
  }

  /** Whether it was a key of the list: the field has nothing to do with it then. */
  function press(event: KeyboardEvent): boolean {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && count > 0) {
      // One place more than there are options: the field itself.
      const places = count + 1
      show(true, isOpen ? ((at + 1 + step + places) % places) - 1 : step > 0 ? 0 : count - 1)
    } else if (event.key === 'Escape' && isOpen) {
      show(false)
    } else if (event.key === 'Enter' && at >= 0) {
      choose(at)
    } else {
      return false
    }
    event.preventDefault()
    return true
  }

  return {
    isOpen,
    show,
    press,
    input: {
      role: 'combobox',
      'aria-expanded': isOpen,
      'aria-autocomplete': 'list',
      'aria-controls': isOpen ? `${id}-list` : undefined,
      'aria-activedescendant': at >= 0 ? optionId(at) : undefined,
      onBlur: () => show(false),
    },
    list: { id: `${id}-list`, role: 'listbox' },
    option: (index: number) => ({
      id: optionId(index),
      role: 'option',
      'aria-selected': index === at,
      // The focus stays in the field.
      onPointerDown: (event: PointerEvent) => event.preventDefault(),
      onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
      onClick: () => choose(index),
    }),
  } as const
}

export type Combobox = ReturnType<typeof useCombobox>
