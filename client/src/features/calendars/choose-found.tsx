import type { FoundCalendars } from '@expertconnect/contract/calendars/source-shapes'
import { Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../server/api/client.ts'
import { useChange } from '../../server/use-change.ts'
import { Button } from '../../ui/action/button.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { Checkbox } from '../../ui/form/checkbox.tsx'
import { useAttempt } from '../../ui/form/use-attempt.ts'
import { AddForm } from './add-form.tsx'
import styles from './add-source.module.css'

type Found = FoundCalendars['items'][number]

interface ChooseFoundProps {
  found: readonly Found[]
  account: { readonly userName: string; readonly password: string }
  onBack: () => void
  onDone: () => void
}

/** Which of the calendars of an account count. One that was added before takes the password that was given now. */
export function ChooseFound({ found, account, onBack, onDone }: ChooseFoundProps) {
  const toast = useToast()
  const { busy, problem, send } = useAttempt()
  const legend = useRef<HTMLLegendElement>(null)
  const [chosen, setChosen] = useState(
    () => new Set(found.filter(({ added }) => added).map(({ address }) => address)),
  )
  const add = useChange(
    async () => {
      // One after the other: those that are added already when one is refused are added once.
      for (const { address, name, added } of found) {
        if (!chosen.has(address)) continue
        await call('addCalendarSource', {
          body: { address, account, ...(added ? {} : { name }) },
        })
      }
    },
    () => {
      const one = found.find(({ address }) => chosen.has(address))
      const isOne = chosen.size === 1
      toast({
        tone: 'good',
        title: isOne ? `“${one?.name}” is added` : `${chosen.size} calendars are added`,
        detail: isOne ? 'It is being read now.' : 'They are being read now.',
      })
      onDone()
    },
  )

  // What was asked for has come: whoever uses no screen hears it.
  useEffect(() => legend.current?.focus(), [])

  function choose(address: string, isChosen: boolean) {
    const next = new Set(chosen)
    if (isChosen) next.add(address)
    else next.delete(address)
    setChosen(next)
  }

  return (
    <AddForm
      busy={busy}
      problem={problem}
      icon={<Plus size={18} aria-hidden />}
      action="Add these calendars"
      disabled={chosen.size === 0}
      other={<Button onClick={onBack}>Another account</Button>}
      onSend={() => void send(add)}
    >
      <fieldset className={styles.found}>
        <legend ref={legend} tabIndex={-1}>
          Which calendars keep you busy?
        </legend>
        {found.map(({ address, name, added }) => (
          <Checkbox
            key={address}
            label={
              <>
                <span translate="no">{name}</span>
                {added && ', added already'}
              </>
            }
            checked={chosen.has(address)}
            onChange={(isChosen) => choose(address, isChosen)}
          />
        ))}
      </fieldset>
      <p className={styles.hint}>
        Nobody can book while they are busy. That can be changed for each of them.
      </p>
    </AddForm>
  )
}
