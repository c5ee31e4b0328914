import type { FoundExpert } from '@expertconnect/contract/experts/shapes'
import { Link } from 'react-router'
import { formatMoney } from '../../lib/money.ts'
import { paths } from '../../lib/paths.ts'
import { Avatar } from '../../ui/display/avatar.tsx'
import { Card } from '../../ui/display/card.tsx'
import { Chip } from '../../ui/display/chip.tsx'
import { Rating } from '../../ui/display/rating.tsx'
import { Travelling } from '../../ui/display/travelling.tsx'
import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'
import styles from './expert-card.module.css'
import { FreeTimes } from './free-times.tsx'

interface ExpertCardProps {
  expert: FoundExpert
  /** The zone that times are told in. */
  zone: string
  now: number
  /** Above the fold: the portrait is loaded at once. */
  eager?: boolean
}

/** One expert of a list. The rows of all cards in a line share their heights, whatever the texts are. */
export function ExpertCard({ expert, zone, now, eager = false }: ExpertCardProps) {
  const { slug, name, headline, category, skills, rating, hourlyRate } = expert
  return (
    <Card as="li" lifts data-tint={category.slug} className={styles.card}>
      <div className={styles.light}>
        <Avatar
          name={name}
          photoUrl={expert.photoUrl}
          category={category.slug}
          shape="bleeding"
          size={128}
          travels={slug}
          eager={eager}
        />
      </div>
      <p className={styles.category}>{category.name}</p>
      <h3 className={styles.name}>
        <Link to={paths.expert(slug)} className={styles.link}>
          <Travelling name={`expert-name-${slug}`}>
            <span>{name}</span>
          </Travelling>
        </Link>
      </h3>
      <p className={styles.headline}>{headline}</p>
      <ul aria-label="Skills" className={styles.skills}>
        {skills.map((skill) => (
          <li key={skill}>
            <Chip>{skill}</Chip>
          </li>
        ))}
      </ul>
      <div className={styles.facts}>
        <Rating {...rating} />
        <span className={styles.rate}>
          <strong>{formatMoney(hourlyRate)}</strong>
          <span aria-hidden>/h</span>
          <VisuallyHidden> per hour</VisuallyHidden>
        </span>
      </div>
      <div className={styles.next}>
        <FreeTimes expert={expert} zone={zone} now={now} />
      </div>
    </Card>
  )
}
