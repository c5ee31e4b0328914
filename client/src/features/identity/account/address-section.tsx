import type { Person } from '@expertconnect/contract/people/shapes'
import { useState } from 'react'
import { focusHeading } from '../../../ui/display/focus-heading.ts'
import { Panel } from '../../../ui/display/panel.tsx'
import styles from './address-section.module.css'
import { AddressCodes } from './address-codes.tsx'
import { useAskedAddress } from './asked-address.ts'
import { NewAddress } from './new-address.tsx'
import { Section } from './section.tsx'

/** Another address, proved by a code that goes there and one that goes to the present address. */
export function AddressSection({ person }: { person: Person }) {
  const [asked, setAsked] = useAskedAddress()
  const [cameBack, setCameBack] = useState(false)
  return (
    <Section title="Change your address">
      <p>
        Your bookings come with you. Links that were sent to <strong>{person.email}</strong> will
        stop working.
      </p>
      <Panel className={styles.panel}>
        {asked.expiresAt === null ? (
          <NewAddress
            focus={cameBack}
            typed={asked.email}
            onType={(email) => setAsked({ email, expiresAt: null })}
            onAsked={setAsked}
          />
        ) : (
          <AddressCodes
            current={person.email}
            next={asked.email}
            expiresAt={asked.expiresAt}
            onAnother={() => {
              setCameBack(true)
              setAsked({ ...asked, expiresAt: null })
            }}
            onDone={() => {
              setAsked(null)
              focusHeading()
            }}
          />
        )}
      </Panel>
    </Section>
  )
}
