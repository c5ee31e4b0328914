import type { Expert } from '@expertconnect/contract/experts/shapes'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import styles from './how-it-works.module.css'
import { FacesSketch, HoldSketch, SessionSketch } from './step-sketches.tsx'

export function HowItWorks({ experts }: { experts: readonly Expert[] | undefined }) {
  return (
    <section aria-labelledby="how" className={styles.section}>
      <h2 id="how" className={styles.title}>
        Booked in <em>three steps</em>
      </h2>
      <ol className={`glass ${styles.steps}`}>
        <Step number="1" title="Find someone" sketch={<FacesSketch experts={experts ?? []} />}>
          Search for what you need and see who is free soonest, what an hour costs and what others
          said.
        </Step>
        <Step number="2" title="Pick a time" sketch={<HoldSketch />}>
          In your own time zone. While you fill in the form it is kept for you for five minutes, and
          for nobody else.
        </Step>
        <Step number="3" title="Meet" sketch={<SessionSketch />}>
          In your browser, with nothing to install: your private link opens the room. It’s also
          where you add the session to your calendar, move it or call it off. You can{' '}
          <Link to={paths.practice} reloadDocument>
            try the room
          </Link>{' '}
          before.
        </Step>
      </ol>
    </section>
  )
}

interface StepProps {
  number: string
  title: string
  sketch: ReactNode
  children: ReactNode
}

function Step({ number, title, sketch, children }: StepProps) {
  return (
    <li className={styles.step}>
      {sketch}
      <h3>
        <span className={styles.number}>{number}</span> {title}
      </h3>
      <p>{children}</p>
    </li>
  )
}
