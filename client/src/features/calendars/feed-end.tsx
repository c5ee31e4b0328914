import type { FeedSide } from '@expertconnect/contract/calendars/feed-routes'
import { KeyRound } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { ButtonRow } from '../../ui/action/button-row.tsx'
import { Button } from '../../ui/action/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Refusal } from '../../ui/feedback/refusal.tsx'
import { useAttempt } from '../../ui/form/use-attempt.ts'
import styles from './feed.module.css'
import { useFeed } from './use-feed.ts'

const asked = {
  renew: {
    title: 'Make a new address?',
    text: 'The old one is dead at once. Every calendar that uses it has to be given the new one.',
    label: 'Make a new one',
  },
  close: {
    title: 'Switch it off?',
    text: 'Calendars that use the address find nothing there any more. Your bookings stay as they are.',
    label: 'Switch it off',
  },
} as const

/** A new address in place of the old one, or none. Asks once, in place: what it means stands beside the button. */
export function FeedEnd({ side, id }: { side: FeedSide; id: string }) {
  const [asking, setAsking] = useState<keyof typeof asked | null>(null)
  const { busy, problem, setProblem, send } = useAttempt()
  const { renew, close } = useFeed(side)
  const section = useRef<HTMLHeadingElement>(null)
  const question = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    question.current?.focus()
    // With its buttons, which the focus alone would leave below the edge.
    if (asking !== null) section.current?.parentElement?.scrollIntoView({ block: 'end' })
  }, [asking])

  function ask(about: keyof typeof asked | null) {
    setProblem(null)
    setAsking(about)
    // The buttons that were pressed are gone.
    if (about === null) section.current?.focus()
  }

  async function act() {
    const refusal = await (asking === 'renew' ? renew(id) : close())
    if (refusal === null) ask(null)
    return refusal
  }

  return (
    <section aria-labelledby="feed-private">
      <h3 id="feed-private" ref={section} tabIndex={-1}>
        Keep it to yourself
      </h3>
      <p className={styles.quiet}>
        Whoever has this address sees when you have sessions and with whom, without signing in. They
        cannot open or change one.
      </p>
      {asking === null ? (
        <ButtonRow>
          <Button onClick={() => ask('renew')}>New address</Button>
          <Button onClick={() => ask('close')}>Switch off</Button>
        </ButtonRow>
      ) : (
        <Notice ref={question} level={3} icon={<KeyRound size={20} />} title={asked[asking].title}>
          <p>{asked[asking].text}</p>
          <Refusal problem={problem} />
          <ButtonRow>
            <Button variant="danger" busy={busy} onClick={() => void send(act)}>
              {asked[asking].label}
            </Button>
            <Button onClick={() => ask(null)}>Keep it</Button>
          </ButtonRow>
        </Notice>
      )}
    </section>
  )
}
