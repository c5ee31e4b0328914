import { Plus } from 'lucide-react'
import { call } from '../../server/api/client.ts'
import { useChange } from '../../server/use-change.ts'
import { useToast } from '../../ui/feedback/toast.tsx'
import { Field } from '../../ui/form/field.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { AddForm } from './add-form.tsx'
import styles from './add-source.module.css'

const empty = { address: '', name: '' }

/** Adds a calendar by its private address. */
export function AddByAddress() {
  const toast = useToast()
  const form = useForm(['address', 'name'], empty)
  const add = useChange(
    (input: { address: string; name?: string }) => call('addCalendarSource', { body: input }),
    ({ name }) => {
      form.setTyped(empty)
      toast({ tone: 'good', title: `“${name}” is added`, detail: 'It is being read now.' })
    },
  )

  function send() {
    const address = form.typed.address.trim()
    const name = form.typed.name.trim()
    if (address === '') return form.showFaults({ address: 'Please paste the calendar’s address' })
    form.send(() => add({ address, ...(name === '' ? {} : { name }) }))
  }

  return (
    <>
      <AddForm
        busy={form.busy}
        problem={form.problem}
        icon={<Plus size={18} aria-hidden />}
        action="Add calendar"
        onSend={send}
      >
        <Field
          label="Its private address in iCal format"
          hint="It begins with https:// or webcal://. Nobody is shown it again: treat it like a password."
          type="url"
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={2000}
          required
          {...form.control('address')}
        />
        <Field label="What you call it" optional maxLength={60} {...form.control('name')} />
      </AddForm>
      <details className={styles.where}>
        <summary>Where do I find it?</summary>
        <dl>
          <dt>Google Calendar</dt>
          <dd>
            On a computer: Settings, your calendar on the left, “Secret address in iCal format”.
          </dd>
          <dt>Outlook</dt>
          <dd>Settings, Calendar, Shared calendars, “Publish a calendar”, then the ICS link.</dd>
          <dt>Apple iCloud</dt>
          <dd>On icloud.com: share the calendar as a public calendar, and copy the link.</dd>
          <dt>Proton, Zoho, Nextcloud, Fastmail</dt>
          <dd>Share the calendar by link, and copy the one that ends with .ics or says iCal.</dd>
        </dl>
      </details>
    </>
  )
}
