import type { Expert } from '@expertconnect/contract/experts/shapes'
import { cityOf } from '@expertconnect/contract/zone-city'
import { Languages, MapPin } from 'lucide-react'
import { type CSSProperties, Fragment } from 'react'
import { formatTime, visitorZone } from '../../lib/time/time.ts'
import { useTimeSettings } from '../../lib/time/settings.ts'
import { zoneDifference } from '../../lib/time/zone.ts'
import { Avatar } from '../../ui/display/avatar.tsx'
import { Chip } from '../../ui/display/chip.tsx'
import { Rating } from '../../ui/display/rating.tsx'
import { Travelling } from '../../ui/display/travelling.tsx'
import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'
import { Language } from './language.tsx'
import styles from './profile-head.module.css'
import { useMinute } from '../../lib/time/server-clock.ts'

/** Who this is, at a glance. */
export function ProfileHead({ expert }: { expert: Expert }) {
  const { slug, name, headline, category, rating, languages, skills } = expert
  return (
    <header className={styles.head}>
      <div
        aria-hidden
        className={styles.banner}
        // Categories are made by administrators: those without a gradient of their own share one.
        style={{ '--tint': `var(--tint-${category.slug}, var(--tint-other))` } as CSSProperties}
      />
      <div className={styles.portrait}>
        <Avatar
          name={name}
          photoUrl={expert.photoUrl}
          category={category.slug}
          size={132}
          travels={slug}
          eager
        />
      </div>
      <div className={styles.words}>
        <h1 className={styles.name}>
          <Travelling name={`expert-name-${slug}`}>
            <span>{name}</span>
          </Travelling>
        </h1>
        <p className={styles.headline}>{headline}</p>
        <ul className={styles.facts}>
          <li>
            <Rating {...rating} words />
          </li>
          <li>
            <MapPin size={17} aria-hidden />
            <LocalTime zone={expert.timeZone} />
          </li>
          <li>
            <Languages size={17} aria-hidden />
            <span>
              <VisuallyHidden>Speaks </VisuallyHidden>
              {languages.map((code, at) => (
                <Fragment key={code}>
                  {at > 0 && ', '}
                  <Language code={code} />
                </Fragment>
              ))}
            </span>
          </li>
        </ul>
      </div>
      <ul className={styles.skills} aria-label="Skills">
        {skills.map((skill) => (
          <li key={skill}>
            <Chip>{skill}</Chip>
          </li>
        ))}
      </ul>
    </header>
  )
}

function LocalTime({ zone }: { zone: string }) {
  useTimeSettings()
  const now = useMinute()
  const time = formatTime(new Date(now).toISOString(), zone)
  return (
    <span title={`${zoneDifference(visitorZone(), zone, now)} compared with you`}>
      {cityOf(zone)} · <time translate="no">{time}</time> there
    </span>
  )
}
