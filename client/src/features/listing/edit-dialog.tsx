import type { AdminExpert } from '@expertconnect/contract/experts/shapes'
import { GitMerge } from 'lucide-react'
import { useId } from 'react'
import { CategoryField } from '../category/category-field.tsx'
import { Refusal } from '../../ui/feedback/refusal.tsx'
import { languageName } from '../../lib/language-name.ts'
import { Button } from '../../ui/action/button.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { FieldPair } from '../../ui/form/field-pair.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { DialogForm } from '../../ui/dialog/dialog-form.tsx'
import { partsOf, type ProfileField } from './profile-texts.ts'
import { type Overtaken, useEdit } from './use-edit.ts'

const labels: Readonly<Record<ProfileField, string>> = {
  name: 'Name',
  headline: 'Headline',
  category: 'Category',
  hourlyRate: 'Price per hour',
  bio: 'About',
  skills: 'Skills',
  languages: 'Languages',
  bring: 'What to bring',
}

/** The profile of an expert. What was typed survives every refusal, and what somebody else saves meanwhile. */
export function EditDialog({ expert, onClose }: { expert: AdminExpert; onClose: () => void }) {
  const formId = useId()
  const toast = useToast()
  const { control, typed, problem, overtaken, currency, busy, save } = useEdit(expert, () => {
    onClose()
    toast({ tone: 'good', title: `Saved: ${expert.name}` })
  })
  return (
    <Dialog
      open
      firm
      size="l"
      title={`Edit ${expert.name}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Go back</Button>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            Save
          </Button>
        </>
      }
    >
      <DialogForm id={formId} onSend={save}>
        <Field label={labels.name} autoComplete="off" required {...control('name')} />
        <Field label={labels.headline} required {...control('headline')} />
        <FieldPair>
          <CategoryField {...control('category')} />
          <Field
            label={labels.hourlyRate}
            inputMode="decimal"
            required
            hint={`In ${currency}. Existing bookings keep their price.`}
            {...control('hourlyRate')}
          />
        </FieldPair>
        <Field label={labels.bio} multiline rows={5} {...control('bio')} />
        <FieldPair>
          <Field label={labels.skills} hint="Separated by commas." {...control('skills')} />
          <Field
            label={labels.languages}
            autoCapitalize="none"
            spellCheck={false}
            hint={languagesHint(typed.languages)}
            {...control('languages')}
          />
        </FieldPair>
        <Field
          label={labels.bring}
          optional
          multiline
          rows={3}
          hint="One thing per line."
          {...control('bring')}
        />
        {overtaken && <OvertakenNotice {...overtaken} />}
        <Refusal problem={problem} />
      </DialogForm>
    </Dialog>
  )
}

function OvertakenNotice({ theirs, clashes }: Overtaken) {
  return (
    <Notice role="alert" icon={<GitMerge size={20} />} title="Somebody else has just saved this">
      {clashes.length === 0 ? (
        <p>The form now has their changes and yours. Please save again.</p>
      ) : (
        <>
          <p>What you typed is kept. Save again to replace theirs:</p>
          <ul>
            {clashes.map((field) => (
              <li key={field}>
                {labels[field]}: “{theirs[field]}”
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  )
}

function languagesHint(typed: string): string {
  const names = partsOf(typed, ',').map(languageName)
  return names.length === 0 ? 'Codes such as en, pt-BR.' : names.join(', ')
}
