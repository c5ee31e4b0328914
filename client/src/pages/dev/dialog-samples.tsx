import { useRef, useState } from 'react'
import { ButtonRow } from '../../ui/action/button-row.tsx'
import { Button } from '../../ui/action/button.tsx'
import { ConfirmDialog } from '../../ui/dialog/confirm-dialog.tsx'
import { DialogForm } from '../../ui/dialog/dialog-form.tsx'
import { Dialog, type DialogProps } from '../../ui/dialog/dialog.tsx'
import { Flyout } from '../../ui/dialog/flyout.tsx'
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Sample, SampleGroup } from './sample.tsx'

type Size = NonNullable<DialogProps['size']>
const sizes: readonly Size[] = ['s', 'm', 'l']
const questions = ['a question', 'a danger', 'a reason', 'a reason, optional'] as const

/** What is asked is always refused here, so that this shows as well. */
const refuse = () => Promise.resolve({ title: 'It has begun', detail: 'It is too late for that.' })

export function DialogSamples() {
  const [open, setOpen] = useState<Size | (typeof questions)[number] | null>(null)
  const onClose = () => setOpen(null)
  const beside = useRef<HTMLButtonElement>(null)
  const [isBeside, setBeside] = useState(false)
  return (
    <SampleGroup title="Dialog">
      <Sample title="Opened by a button" wide>
        <ButtonRow>
          {sizes.map((size) => (
            <Button key={size} onClick={() => setOpen(size)}>
              Open a dialog, {size}
            </Button>
          ))}
          {questions.map((question) => (
            <Button key={question} onClick={() => setOpen(question)}>
              Ask {question}
            </Button>
          ))}
          <Button ref={beside} aria-expanded={isBeside} onClick={() => setBeside(!isBeside)}>
            Open a flyout
          </Button>
        </ButtonRow>
      </Sample>
      {isBeside && (
        <Flyout anchor={beside} label="A flyout" role="dialog" onClose={() => setBeside(false)}>
          <Button onClick={() => setBeside(false)}>Close it</Button>
        </Flyout>
      )}
      {sizes.map((size) => (
        <FormDialog key={size} size={size} open={open === size} onClose={onClose} />
      ))}
      {(open === 'a question' || open === 'a danger') && (
        <ConfirmDialog
          title="Cancel this session?"
          label="Cancel it"
          danger={open === 'a danger'}
          onConfirm={refuse}
          onClose={onClose}
        >
          <p>The time is free for others at once.</p>
        </ConfirmDialog>
      )}
      {(open === 'a reason' || open === 'a reason, optional') && (
        <ReasonDialog
          title="Cancel this session?"
          label="Cancel it"
          reasonLabel="Why, for the customer"
          {...(open === 'a reason' && { missing: 'Say why: they will ask' })}
          onSend={refuse}
          onClose={onClose}
        >
          <p>They are told at once.</p>
        </ReasonDialog>
      )}
    </SampleGroup>
  )
}

function FormDialog({
  size,
  open,
  onClose,
}: { size: Size } & Pick<DialogProps, 'open' | 'onClose'>) {
  const formId = `sample-form-${size}`
  return (
    <Dialog
      open={open}
      size={size}
      title="Correct your details"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Go back</Button>
          <Button type="submit" form={formId} variant="primary">
            Save
          </Button>
        </>
      }
    >
      <DialogForm id={formId} onSend={onClose}>
        <Field label="Your name" defaultValue="Ada Lovelace" data-autofocus />
        <Field label="E-mail" defaultValue="ada@" error="This does not look like an address" />
      </DialogForm>
    </Dialog>
  )
}
