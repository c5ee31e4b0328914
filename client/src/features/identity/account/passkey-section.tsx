import type { Person } from '@expertconnect/contract/people/shapes'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Fingerprint } from 'lucide-react'
import type { SubmitEvent } from 'react'
import { mine } from '../../../server/api/keys.ts'
import { passkeysQuery } from '../../../server/api/people-queries.ts'
import { useSend } from '../../../server/use-send.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Panel } from '../../../ui/display/panel.tsx'
import { useToast } from '../../../ui/feedback/toast.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { addPasskey, passkeysWork } from '../passkeys/device.ts'
import styles from './address-section.module.css'
import list from './browsers.module.css'
import { PasskeyCard } from './passkey-card.tsx'
import { PasskeyRefusal } from './passkey-refusal.tsx'
import { Section } from './section.tsx'

/** What opens one's account without a mail: each is listed, and can be removed. */
export function PasskeySection({ person }: { person: Person }) {
  const { data } = useQuery(passkeysQuery)
  const items = data?.items ?? []
  return (
    <Section id="passkeys" title="Passkeys">
      <p>
        A passkey signs you in with the fingerprint, face or PIN of your own device. No e-mail is
        needed, and no other site can trick you out of it.{' '}
        {person.roles.includes('admin')
          ? 'You are an administrator here: once you have one, nobody can get in as you with just your mailbox. Add a second one on another device, in case you lose the first.'
          : person.roles.includes('expert') &&
            'We recommend one to every expert. Codes by e-mail still work.'}
      </p>
      {items.length > 0 && (
        <ul className={list.list} aria-label="Passkeys">
          {items.map((passkey) => (
            <PasskeyCard key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      {passkeysWork() ? (
        <NewPasskey />
      ) : (
        <p>Browsers allow passkeys only over https, or on this very machine as localhost.</p>
      )}
    </Section>
  )
}

function NewPasskey() {
  const client = useQueryClient()
  const toast = useToast()
  const form = useForm(['name'], { name: 'My passkey' })
  const add = useSend(addPasskey, {
    onDone: async ({ name }) => {
      toast({ tone: 'good', title: 'A passkey was added', detail: name })
      await client.invalidateQueries({ queryKey: mine.passkeys })
      await client.invalidateQueries({ queryKey: mine.me })
    },
  })

  function send(event: SubmitEvent) {
    event.preventDefault()
    const name = form.typed.name.trim()
    if (name === '') return form.showFaults({ name: 'Please give it a name' })
    form.send(() => add(name))
  }

  return (
    <Panel className={styles.panel}>
      <form noValidate onSubmit={send}>
        <Field
          {...form.control('name')}
          label="Name of the passkey"
          hint="Something you’ll recognise, such as “My phone”."
          maxLength={60}
          autoComplete="off"
          required
        />
        <PasskeyRefusal problem={form.problem} />
        <div>
          <Button type="submit" busy={form.busy} icon={<Fingerprint size={18} aria-hidden />}>
            Add a passkey
          </Button>
        </div>
      </form>
    </Panel>
  )
}
