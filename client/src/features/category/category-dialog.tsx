import type { Category } from '@expertconnect/contract/experts'
import { useId, useState } from 'react'
import { call } from '../../server/api/client.ts'
import { Refusal } from '../../ui/feedback/refusal.tsx'
import { atField } from '../../ui/form/place-faults.ts'
import { useForm } from '../../ui/form/use-form.ts'
import { Button } from '../../ui/action/button.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { Field } from '../../ui/form/field.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { DialogForm } from '../../ui/dialog/dialog-form.tsx'
import { IconPicker } from './icon-picker.tsx'
import { slugOf } from './slug-of.ts'
import { useChange } from '../../server/use-change.ts'

interface CategoryDialogProps {
  /** `null` makes a new one. */
  category: Category | null
  onClose: () => void
}

/** A category's name and icon; of a new one, its place in addresses too, which then stays. */
export function CategoryDialog({ category, onClose }: CategoryDialogProps) {
  const formId = useId()
  const toast = useToast()
  const form = useForm(['name', 'slug'], {
    name: category?.name ?? '',
    slug: category?.slug ?? '',
  })
  const [icon, setIcon] = useState(category?.icon ?? 'sparkles')
  const [ownSlug, setOwnSlug] = useState(false)
  const { name } = form.typed
  const slug = ownSlug || category ? form.typed.slug : slugOf(name)
  const save = useChange(
    () =>
      category
        ? call('changeCategory', { params: { slug: category.slug }, body: { name, icon } })
        : call('makeCategory', { body: { slug, name, icon } }),
    (saved) => {
      onClose()
      toast({ tone: 'good', title: category ? `Saved: ${saved.name}` : `Made: ${saved.name}` })
    },
  )
  function send() {
    form.send(async () => {
      const refusal = await save()
      if (refusal?.code !== 'already_there') return refusal
      return atField('slug', refusal, 'There is a category with this address already')
    })
  }
  const slugControl = form.control('slug')
  return (
    <Dialog
      open
      firm
      title={category ? `Change ${category.name}` : 'Make a category'}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button type="submit" form={formId} variant="primary" busy={form.busy}>
            {category ? 'Save' : 'Make it'}
          </Button>
        </>
      }
    >
      <DialogForm id={formId} onSend={send}>
        <Field label="Name" autoComplete="off" required data-autofocus {...form.control('name')} />
        {!category && (
          <Field
            label="In addresses"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
            hint="Small letters, digits and hyphens. It cannot be changed later."
            {...slugControl}
            value={slug}
            onChange={(event) => {
              setOwnSlug(true)
              slugControl.onChange(event)
            }}
          />
        )}
        <IconPicker value={icon} onChange={setIcon} />
        <Refusal problem={form.problem} />
      </DialogForm>
    </Dialog>
  )
}
