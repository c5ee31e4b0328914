import { CalendarSync, EyeOff, Globe, KeyRound, ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { Card } from '../../../ui/display/card.tsx'
import styles from './what-differs.module.css'

export function WhatDiffers() {
  return (
    <section aria-labelledby="differs" className={styles.section}>
      <h2 id="differs" className={styles.title}>
        What makes it <em>different</em>
      </h2>
      <ul className={styles.grid}>
        <Reason icon={<CalendarSync size={22} />} title="You see the live calendar">
          Free times change before your eyes as others book. While somebody fills in the form, their
          time shows as held, with a countdown; if they leave, it’s free again.
        </Reason>
        <Reason icon={<ShieldCheck size={22} />} title="Never sold twice">
          The database itself refuses a second booking of the same minutes. Whoever comes second
          keeps every word they typed and is offered the nearest free times.
        </Reason>
        <Reason icon={<KeyRound size={22} />} title="No account">
          A name and an e-mail address will do. A private link is your key to move, correct or
          cancel a session, from any device.
        </Reason>
        <Reason icon={<Globe size={22} />} title="Your clock and theirs">
          Every time is shown in your zone and in the expert’s, and stays right when the clocks
          change.
        </Reason>
        <Reason icon={<EyeOff size={22} />} title="Nobody looks over your shoulder">
          No trackers, no cookies for visitors, nothing loaded from anywhere else. Only the expert
          learns who you are.
        </Reason>
      </ul>
    </section>
  )
}

function Reason(props: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <Card as="li" className={styles.reason}>
      <span aria-hidden className={styles.icon}>
        {props.icon}
      </span>
      <h3>{props.title}</h3>
      <p>{props.children}</p>
    </Card>
  )
}
