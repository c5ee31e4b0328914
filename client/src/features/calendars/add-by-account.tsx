import type { FoundCalendars } from '@expertconnect/contract/calendars/source-shapes'
import { Search } from 'lucide-react'
import { useState } from 'react'
import { call } from '../../server/api/client.ts'
import { useSend } from '../../server/use-send.ts'
import { Field } from '../../ui/form/field.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { AddForm } from './add-form.tsx'
import styles from './add-source.module.css'
import { ChooseFound } from './choose-found.tsx'

const empty = { address: '', userName: '', password: '' }

/** Finds the calendars of an account by CalDAV, and adds those that are chosen. */
export function AddByAccount() {
  const form = useForm(['address', 'userName', 'password'], empty)
  const [found, setFound] = useState<FoundCalendars['items'] | null>(null)
  const find = useSend((body: typeof empty) => call('findCalendars', { body }), {
    onDone: ({ items }) => setFound(items),
  })

  function send() {
    const { password } = form.typed
    const address = form.typed.address.trim()
    const userName = form.typed.userName.trim()
    const faults = {
      ...(address === '' ? { address: 'Please give the server’s address' } : {}),
      ...(userName === '' ? { userName: 'Please give the user name' } : {}),
      ...(password === '' ? { password: 'Please give the app password' } : {}),
    }
    if (Object.keys(faults).length > 0) return form.showFaults(faults)
    form.send(() => find({ address, userName, password }))
  }

  if (found) {
    const { userName, password } = form.typed
    return (
      <ChooseFound
        found={found}
        account={{ userName: userName.trim(), password }}
        onBack={() => setFound(null)}
        onDone={() => {
          form.setTyped(empty)
          setFound(null)
        }}
      />
    )
  }
  return (
    <>
      <AddForm
        busy={form.busy}
        problem={form.problem}
        icon={<Search size={18} aria-hidden />}
        action="Find calendars"
        onSend={send}
      >
        <Field
          label="Its server, or your e-mail address there"
          hint="Such as cloud.example.org, or ada@icloud.com."
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={2000}
          required
          {...form.control('address')}
        />
        <Field
          label="User name"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
          required
          {...form.control('userName')}
        />
        <Field
          label="App password"
          hint="Made in your account there, for this alone. It is kept encrypted, and never shown again."
          type="password"
          autoComplete="new-password"
          maxLength={500}
          required
          {...form.control('password')}
        />
      </AddForm>
      <details className={styles.where}>
        <summary>Where do I get an app password?</summary>
        <dl>
          <dt>Apple iCloud</dt>
          <dd>On account.apple.com: Sign-In and Security, App-Specific Passwords.</dd>
          <dt>Fastmail</dt>
          <dd>Settings, Privacy &amp; Security, “Manage app passwords”, for calendars.</dd>
          <dt>Nextcloud</dt>
          <dd>Settings, Security, “Create new app password”.</dd>
          <dt>Radicale and others</dt>
          <dd>The name and password that your calendar programs sign in with.</dd>
        </dl>
      </details>
    </>
  )
}
