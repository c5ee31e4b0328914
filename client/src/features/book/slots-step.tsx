import { lazy, Suspense } from 'react'
import { formatMoney } from '../../lib/money.ts'
import { useToast } from '../../ui/feedback/toast.tsx'
import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'
import { BookBar } from './book-bar.tsx'
import { cancelWords } from './cancel-words.ts'
import { LiveMark } from '../board/slots/live-mark.tsx'
import { SlotChooser } from '../board/slots/slot-chooser.tsx'
import styles from './slots-step.module.css'
import { useBoardNews } from './use-board-news.ts'
import type { OwnHold } from './hold/own-holds.ts'
import type { HoldControl, Wanted } from './hold/use-hold.ts'
import type { Picker } from '../board/slots/use-picker.ts'

// Most visitors never lose one.
const LostSlot = lazy(async () => ({
  default: (await import('./hold/lost-slot.tsx')).LostSlot,
}))

export interface SlotsStepProps {
  picker: Picker
  hold: HoldControl
  /** Something stands in the form already. */
  typed: boolean
  onTake: (wanted: Wanted) => void
  /** Goes on with what another tab holds. */
  onTakeOver: (own: OwnHold) => void
}

export function SlotsStep({ picker, hold, typed, onTake, onTakeOver }: SlotsStepProps) {
  const { expert, zone, minutes, calendar } = picker
  const { board, day } = calendar
  const toast = useToast()
  // The toast is a polite live region: it shows and says it at once.
  useBoardNews(day, { minutes, zone, ready: board.status === 'ready' }, (title) =>
    toast({ title, key: 'board' }),
  )
  return (
    <div className={styles.step}>
      <VisuallyHidden>
        <h2>Choose a time</h2>
      </VisuallyHidden>
      <header className={styles.header}>
        <p className={styles.rate}>
          <strong>{formatMoney(expert.hourlyRate)}</strong> per hour
        </p>
        <LiveMark live={board.live} polling={board.polling} />
      </header>
      <SlotChooser
        picker={picker}
        ownLabel="held for you"
        onSelect={(startsAt) => {
          hold.clearRefusal()
          const record = day?.slots.find((slot) => slot.startsAt === startsAt)?.record
          const own = hold.elsewhere.find((each) => each.hold.id === record)
          // What overlaps a hold of another tab stands for that hold.
          if (own) picker.changeMinutes(own.minutes)
          picker.select(own?.hold.startsAt ?? startsAt)
        }}
      >
        <Suspense>
          {hold.refusal && (
            <LostSlot
              {...hold.refusal}
              zone={zone}
              typed={typed}
              busy={hold.asking}
              onTake={onTake}
            />
          )}
        </Suspense>
        <BookBar
          picker={picker}
          hold={hold}
          onBook={(startsAt) => onTake({ startsAt, minutes })}
          onTakeOver={onTakeOver}
        />
        <p className={styles.small}>
          Held for you for 5 minutes while you fill in the form.
          {picker.selected === null && ` ${cancelWords(expert.policy)}`}
        </p>
      </SlotChooser>
    </div>
  )
}
