import { CalendarX2, ListChecks, Network } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../ui/action/button.tsx'
import { ButtonRow } from '../../../ui/action/button-row.tsx'
import { useToast } from '../../../ui/feedback/toast.tsx'
import { CancelSeveralDialog } from './cancel-several-dialog.tsx'
import styles from './choose-bar.module.css'
import type { Choosing, Side } from './use-choosing.ts'

interface ChooseBarProps {
  choosing: Choosing
  side: Side
}

/** Begins to choose several sessions, and says what can be done with them. */
export function ChooseBar({ choosing, side }: ChooseBarProps) {
  const [cancelling, setCancelling] = useState(false)
  const [asking, setAsking] = useState(false)
  const toast = useToast()
  const count = choosing.chosen.size
  if (!choosing.active) {
    return (
      <div>
        <Button icon={<ListChecks size={18} aria-hidden />} onClick={choosing.begin}>
          Choose several
        </Button>
      </div>
    )
  }

  async function addSamePlace() {
    setAsking(true)
    const problem = await choosing.addSamePlace((added) => toast({ title: addedWords(added) }))
    setAsking(false)
    if (problem) toast({ tone: 'bad', title: problem.title })
  }

  return (
    <section className={`glass ${styles.bar}`} aria-label="Several sessions">
      <p role="status">{count === 0 ? 'Choose sessions below' : `${count} chosen`}</p>
      <ButtonRow>
        {count > 0 && (
          <>
            <Button
              busy={asking}
              icon={<Network size={18} aria-hidden />}
              onClick={() => void addSamePlace()}
            >
              All from the same place
            </Button>
            <Button
              variant="danger"
              icon={<CalendarX2 size={18} aria-hidden />}
              onClick={() => setCancelling(true)}
            >
              Cancel {count === 1 ? 'it' : `all ${count}`}…
            </Button>
          </>
        )}
        <Button onClick={choosing.end}>Clear the selection</Button>
      </ButtonRow>
      {cancelling && (
        <CancelSeveralDialog
          chosen={[...choosing.chosen.values()]}
          side={side}
          onDone={choosing.end}
          onClose={() => setCancelling(false)}
        />
      )}
    </section>
  )
}

function addedWords(added: number | null): string {
  if (added === null) return 'We don’t know where this one came from'
  if (added === 0) return 'No others came from the same place'
  return added === 1 ? '1 more from the same place' : `${added} more from the same place`
}
