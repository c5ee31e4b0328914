import type { BlockKind, BookingOrigin } from '@expertconnect/contract/blocks/shapes'
import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { call } from '../../server/api/client.ts'
import { mine } from '../../server/api/keys.ts'
import { problemOf } from '../../server/api/problem.ts'
import { useChange } from '../../server/use-change.ts'
import { Button } from '../../ui/action/button.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { DialogForm } from '../../ui/dialog/dialog-form.tsx'
import { FailedState } from '../../ui/feedback/failed-state.tsx'
import { PartSkeleton } from '../../ui/feedback/part-skeleton.tsx'
import { Refusal } from '../../ui/feedback/refusal.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { Checkbox } from '../../ui/form/checkbox.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Segmented } from '../../ui/form/segmented.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import styles from './block-dialog.module.css'
import { kindWords } from './block-words.ts'
import { originQuery, type Side } from './queries.ts'

type Trait = BookingOrigin['traits'][number]

interface BlockDialogProps {
  booking: Booking
  side: Side
  onClose: () => void
  /** Beside telling that it is done. */
  onBlocked?: () => void
}

/** Keeps whoever booked this away: by what, and what becomes of their other sessions. */
export function BlockDialog({ booking, side, onClose, onBlocked }: BlockDialogProps) {
  const formId = useId()
  const origin = useQuery(originQuery(side, booking.id))
  const traits = origin.data?.traits ?? []
  const [chosen, setChosen] = useState<BlockKind>('address')
  const trait = traits.find(({ kind }) => kind === chosen) ?? traits[0]
  const [cancels, setCancels] = useState(false)
  const form = useForm(['note', 'cancelReason'], { note: '', cancelReason: '' })
  const block = useBlock({ booking, side }, () => {
    onBlocked?.()
    onClose()
  })
  const withOthers = cancels && trait !== undefined && trait.upcoming.length > 0

  function send() {
    if (!trait) return
    const note = form.typed.note.trim()
    const reason = form.typed.cancelReason.trim()
    if (withOthers && reason === '') {
      return form.showFaults({ cancelReason: 'Please give a reason: each of them will read it' })
    }
    form.send(() =>
      block({
        kind: trait.kind,
        ...(note === '' ? {} : { note }),
        ...(withOthers ? { cancelReason: reason } : {}),
      }),
    )
  }

  return (
    <Dialog
      open
      firm
      title={`Block ${booking.customer?.name ?? 'whoever booked this'}?`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Go back</Button>
          <Button type="submit" form={formId} variant="danger" busy={form.busy}>
            Block
          </Button>
        </>
      }
    >
      <p>
        {side === 'desk'
          ? 'They can no longer hold or book your times, and are not told why. They can still book other experts.'
          : 'They can no longer hold or book anyone’s times, and are not told why.'}
      </p>
      {origin.isError ? (
        <FailedState
          title="Where it came from could not be loaded"
          detail={problemOf(origin.error).detail}
          onRetry={() => void origin.refetch()}
          retrying={origin.isFetching}
        />
      ) : trait === undefined ? (
        <PartSkeleton says="Loading what can be blocked" />
      ) : (
        <DialogForm id={formId} onSend={send}>
          <Segmented
            legend="By what"
            showLegend
            stacked
            options={traits.map((each) => ({
              value: each.kind,
              label: kindWords[each.kind],
              detail: detailOf(each),
            }))}
            value={trait.kind}
            onChange={setChosen}
          />
          {trait.upcoming.length > 0 && (
            <div className={styles.others}>
              <Checkbox
                label={`Cancel ${sessions(trait)} as well`}
                checked={cancels}
                onChange={setCancels}
              />
              <p>{namesOf(trait)}</p>
            </div>
          )}
          {withOthers && (
            <Field
              label="The reason (each of them will read it)"
              multiline
              rows={2}
              required
              maxLength={500}
              {...form.control('cancelReason')}
            />
          )}
          <Field
            label="A note, just for you"
            hint="You’ll see it in your list of blocked people."
            multiline
            rows={2}
            optional
            maxLength={500}
            {...form.control('note')}
          />
          <Refusal problem={form.problem} />
        </DialogForm>
      )}
    </Dialog>
  )
}

/** Blocks, and tells what came of it. */
function useBlock(
  { booking, side }: Pick<BlockDialogProps, 'booking' | 'side'>,
  close: () => void,
) {
  const toast = useToast()
  const client = useQueryClient()
  return useChange(
    (how: { kind: BlockKind; note?: string; cancelReason?: string }) =>
      call(side === 'desk' ? 'makeDeskBlock' : 'makeBlock', {
        body: { bookingId: booking.id, ...how },
      }),
    ({ cancelled, more }) => {
      // It may be one of those that were cancelled.
      void client.invalidateQueries({ queryKey: mine.booking })
      close()
      toast({
        tone: 'good',
        title: 'Blocked',
        ...(cancelled > 0 ? { detail: cancelledWords(cancelled, more) } : {}),
      })
    },
  )
}

function cancelledWords(cancelled: number, more: boolean): string {
  const done = cancelled === 1 ? '1 session is cancelled' : `${cancelled} sessions are cancelled`
  return more ? `${done}. Some are left: block again to cancel them.` : `${done}.`
}

/** The one thing that is told of a network is how much else comes from it. */
function detailOf({ value, upcoming, more, blockId }: Trait): string {
  const count = upcoming.length === 0 ? 'none' : `${upcoming.length}${more ? '+' : ''}`
  const known = [value, `${count} upcoming`, blockId === undefined ? undefined : 'already blocked']
  return known.filter((each) => each !== undefined).join(' · ')
}

function sessions({ upcoming, more }: Trait): string {
  if (more) return `the ${upcoming.length} upcoming sessions and any after them`
  return upcoming.length === 1 ? 'the upcoming session' : `the ${upcoming.length} upcoming sessions`
}

function namesOf({ upcoming }: Trait): string {
  const names = [...new Set(upcoming.map(({ customer }) => customer))]
  const shown = names.slice(0, 5).join(', ')
  return names.length > 5 ? `Of ${shown} and ${names.length - 5} others` : `Of ${shown}`
}
