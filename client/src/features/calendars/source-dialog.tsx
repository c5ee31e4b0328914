import type { CalendarSource } from '@expertconnect/contract/calendars/source-shapes'
import { useId, useState } from 'react'
import { call } from '../../server/api/client.ts'
import { useChange } from '../../server/use-change.ts'
import { Button } from '../../ui/action/button.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { DialogForm } from '../../ui/dialog/dialog-form.tsx'
import { Refusal } from '../../ui/feedback/refusal.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { Checkbox } from '../../ui/form/checkbox.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Select } from '../../ui/form/select.tsx'
import { useForm } from '../../ui/form/use-form.ts'

const margins = [0, 5, 10, 15, 30, 45, 60, 90, 120]

/** What a calendar is called, whether it blocks, and what is kept free around its times. */
export function SourceDialog({ source, onClose }: { source: CalendarSource; onClose: () => void }) {
  const formId = useId()
  const toast = useToast()
  const form = useForm(['name'], { name: source.name })
  const [blocks, setBlocks] = useState(source.blocks)
  const [receives, setReceives] = useState(source.receives)
  const [marginMinutes, setMargin] = useState(source.marginMinutes)
  const change = useChange(
    (body: { name: string; blocks: boolean; receives?: boolean; marginMinutes: number }) =>
      call('changeCalendarSource', { params: { id: source.id }, body }),
    ({ name }) => {
      onClose()
      toast({ tone: 'good', title: `“${name}” is changed` })
    },
  )

  function send() {
    const name = form.typed.name.trim()
    if (name === '') return form.showFaults({ name: 'Please give the calendar a name' })
    // It is said only where it is chosen anew: to say it again asks the server again.
    const chosen = receives === source.receives ? {} : { receives }
    form.send(() => change({ name, blocks, marginMinutes, ...chosen }))
  }

  return (
    <Dialog
      open
      firm
      title="Change this calendar"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button type="submit" form={formId} variant="primary" busy={form.busy}>
            Save
          </Button>
        </>
      }
    >
      <DialogForm id={formId} onSend={send}>
        <Field label="What you call it" required maxLength={60} {...form.control('name')} />
        <Checkbox label="Nobody can book while it is busy" checked={blocks} onChange={setBlocks} />
        {source.kind === 'account' && (
          <Checkbox
            label="Sessions booked here are written into it"
            checked={receives}
            onChange={setReceives}
          />
        )}
        <Select
          label="Kept free around each busy time"
          options={[...new Set([...margins, marginMinutes])]
            .toSorted((a, b) => a - b)
            .map((each) => ({
              value: String(each),
              label: each === 0 ? 'Nothing' : `${each} minutes`,
            }))}
          value={String(marginMinutes)}
          onChange={(chosen) => setMargin(Number(chosen))}
        />
        <Refusal problem={form.problem} />
      </DialogForm>
    </Dialog>
  )
}
