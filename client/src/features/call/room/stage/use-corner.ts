import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'

export const corners = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const
export type Corner = (typeof corners)[number]

/** What is said aloud: "at the top left". */
export const cornerWords = (corner: Corner) => `at the ${corner.replace('-', ' ')}`

interface Grip {
  readonly x: number
  readonly y: number
  readonly element: HTMLElement
}

/** A tile that is drawn to a corner, by pointer or by arrow keys. `onCorner` is told where it comes to rest. */
export function useCorner(corner: Corner, onCorner: (corner: Corner) => void) {
  const grip = useRef<Grip | null>(null)
  const [isHeld, setHeld] = useState(false)

  function down(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0 || !event.isPrimary) return
    if (event.target instanceof Element && event.target.closest('button')) return
    event.currentTarget.setPointerCapture(event.pointerId)
    grip.current = { x: event.clientX, y: event.clientY, element: event.currentTarget }
  }

  function move({ clientX, clientY }: PointerEvent) {
    const held = grip.current
    if (!held) return
    const [x, y] = [clientX - held.x, clientY - held.y]
    // A press that trembles moves nothing.
    if (!isHeld && Math.hypot(x, y) < 6) return
    setHeld(true)
    held.element.style.translate = `${x}px ${y}px`
  }

  function up() {
    const held = grip.current
    grip.current = null
    if (!held || !isHeld) return
    setHeld(false)
    const at = held.element.getBoundingClientRect()
    const within = held.element.offsetParent?.getBoundingClientRect() ?? at
    const isLeft = at.left + at.width / 2 < within.left + within.width / 2
    const isTop = at.top + at.height / 2 < within.top + within.height / 2
    held.element.style.translate = ''
    onCorner(`${isTop ? 'top' : 'bottom'}-${isLeft ? 'left' : 'right'}`)
    requestAnimationFrame(() => glide(held.element, at))
  }

  function cancel() {
    if (grip.current) grip.current.element.style.translate = ''
    grip.current = null
    setHeld(false)
  }

  function key(event: KeyboardEvent) {
    const [vertical, horizontal] = corner.split('-') as ['top' | 'bottom', 'left' | 'right']
    const to = {
      ArrowUp: `top-${horizontal}`,
      ArrowDown: `bottom-${horizontal}`,
      ArrowLeft: `${vertical}-left`,
      ArrowRight: `${vertical}-right`,
    }[event.key] as Corner | undefined
    if (!to) return
    event.preventDefault()
    if (to !== corner) onCorner(to)
  }

  return {
    isHeld,
    onTile: {
      onPointerDown: down,
      onPointerMove: move,
      onPointerUp: up,
      onPointerCancel: cancel,
    },
    onKeyDown: key,
    /** By a press alone: to the next corner, clockwise. */
    next: () => onCorner(clockwise[corner]),
  }
}

/** From where it was let go to where it is now. */
function glide(element: HTMLElement, from: DOMRect): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const { left, top } = element.getBoundingClientRect()
  const translate = [`${from.left - left}px ${from.top - top}px`, '0px 0px']
  element.animate({ translate }, { duration: 220, easing: 'cubic-bezier(0.2, 0.8, 0.2, 1)' })
}

const clockwise: Readonly<Record<Corner, Corner>> = {
  'top-left': 'top-right',
  'top-right': 'bottom-right',
  'bottom-right': 'bottom-left',
  'bottom-left': 'top-left',
}
