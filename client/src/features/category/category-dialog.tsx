import type { Category, Synonym } from '@expertconnect/contract/experts/shapes'
import { useQuery } from '@tanstack/react-query'
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
import { categoryQuery } from './queries.ts'
import { slugOf } from './slug-of.ts'
import { linesOf, synonymsIn } from './synonym-lines.ts'
import { useChange } from '../../server/use-change.ts'

const example = 'lawyer, attorney: law'

interface CategoryDialogProps {
  /** `null` makes a new one. */
  category: Category | null
  onClose: () => void
}

/** A category's name and icon; of a new one, its place in addresses too, which then stays. */
export function CategoryDialog({ category, onClose }: CategoryDialogProps) {
  const formId = useId()
  const toast = useToast()
  const form = useForm(['name', 'slug', 'synonyms'], {
    name: category?.name ?? '',
    slug: category?.slug ?? '',
    synonyms: '',
  })
  const words = useSearchWords(category)
  const [icon, setIcon] = useState(category?.icon ?? 'sparkles')
  const [ownSlug, setOwnSlug] = useState(false)
  const { name } = form.typed
  const slug = ownSlug || category ? form.typed.slug : slugOf(name)
  const save = useChange(
    (synonyms: Synonym[] | undefined) => {
      const body = { name, icon, ...(synonyms && { synonyms }) }
      return category
        ? call('changeCategory', { params: { slug: category.slug }, body })
        : call('makeCategory', { body: { slug, ...body } })
    },
    (saved) => {
      onClose()
      toast({ tone: 'good', title: category ? `Saved: ${saved.name}` : `Added: ${saved.name}` })
    },
  )
  function send() {
    const written = words.isTouched ? synonymsIn(form.typed.synonyms) : { synonyms: undefined }
    if ('faulty' in written) {
      const synonyms = `Line ${written.faulty}: write it like “${example}”`
      return form.showFaults({ synonyms })
    }
    form.send(async () => {
      const refusal = await save(written.synonyms)
      if (refusal?.code !== 'already_there') return refusal
      return atField('slug', refusal, 'There is already a category with this address')
    })
  }
  const slugControl = form.control('slug')
  const synonyms = form.control('synonyms')
  return (
    <Dialog
      open
      firm
      title={category ? `Change ${category.name}` : 'Add a category'}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Go back</Button>
          <Button type="submit" form={formId} variant="primary" busy={form.busy}>
            {category ? 'Save' : 'Add it'}
          </Button>
        </>
      }
    >
      <DialogForm id={formId} onSend={send}>
        <Field label="Name" autoComplete="off" required data-autofocus {...form.control('name')} />
        {!category && (
          <Field
            label="In links"
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
        <Field
          label="Search words"
          optional
          multiline
          rows={4}
          spellCheck={false}
          autoCapitalize="none"
          disabled={!words.areKnown}
          placeholder={words.areKnown ? example : words.waiting}
          hint="One per line: what people type, a colon, then the words that profiles use for it."
          {...synonyms}
          value={words.isTouched ? synonyms.value : words.known}
          onChange={(event) => {
            words.touch()
            synonyms.onChange(event)
          }}
        />
        <Refusal problem={form.problem} />
      </DialogForm>
    </Dialog>
  )
}

/** What people type for a category: as it is stored, until somebody types there. Only then is it sent. */
function useSearchWords(category: Category | null) {
  const { data, isError } = useQuery(categoryQuery(category?.slug))
  const [isTouched, setTouched] = useState(false)
  return {
    isTouched,
    touch: () => setTouched(true),
    areKnown: category === null || data !== undefined,
    known: data ? linesOf(data.synonyms) : '',
    waiting: isError ? 'They could not be loaded, and stay as they are' : 'Loading…',
  }
}
