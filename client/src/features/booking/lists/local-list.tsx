import { useState } from 'react'
import type { LocalBooking } from '../local/local-bookings.ts'
import { CardList } from './card-list.tsx'
import { LocalCard } from './local-card.tsx'
import { RemoveDialog } from './remove-dialog.tsx'

export interface LocalListProps {
  label: string
  entries: readonly LocalBooking[]
  now: number
  level: 2 | 3
}

/** Bookings that this browser remembers, each opened by its own token. */
export function LocalList({ label, entries, now, level }: LocalListProps) {
  const [removing, setRemoving] = useState<LocalBooking | null>(null)
  return (
    <>
      <CardList label={label}>
        {entries.map((entry) => (
          <LocalCard
            key={entry.id}
            entry={entry}
            now={now}
            level={level}
            onRemove={() => setRemoving(entry)}
          />
        ))}
      </CardList>
      {removing && <RemoveDialog entry={removing} onClose={() => setRemoving(null)} />}
    </>
  )
}
