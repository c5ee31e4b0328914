import { useEffect, useEffectEvent, useState } from 'react'

interface Meant {
  readonly typed: string
  readonly address: string | null
}

/** What was probably meant by an address, once that is known; `onFound` is told of it once. */
export function useMeantAddress(
  typed: string | null,
  onFound: (address: string) => void,
): string | null {
  const [meant, setMeant] = useState<Meant | null>(null)
  const found = useEffectEvent(onFound)

  useEffect(() => {
    if (typed === null) return
    let isOver = false
    async function look(address: string) {
      const other = await meantBy(address)
      await released()
      if (isOver) return
      setMeant({ typed: address, address: other })
      if (other !== null) found(other)
    }
    void look(typed)
    return () => {
      isOver = true
    }
  }, [typed])

  return meant !== null && meant.typed === typed ? meant.address : null
}

/** The names of providers weigh as much as a small picture: they are fetched when they are needed, or not at all. */
async function meantBy(address: string): Promise<string | null> {
  try {
    const { meantAddress } = await import('../../lib/mistyped-address.ts')
    return meantAddress(address)
  } catch {
    return null
  }
}

/** Where the field was left by pressing a button: once that is let go. What appeared before would move it away. */
async function released(): Promise<void> {
  if (document.querySelector(':active') === null) return
  await new Promise((resolve) => {
    for (const end of ['pointerup', 'pointercancel']) {
      addEventListener(end, () => setTimeout(resolve), { once: true })
    }
  })
}
