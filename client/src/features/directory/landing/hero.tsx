import type { Expert } from '@expertconnect/contract/experts/shapes'
import { landingWords } from '@expertconnect/contract/pages'
import { useState, type SubmitEvent } from 'react'
import { Link, useNavigate } from 'react-router'
import { Button } from '../../../ui/action/button.tsx'
import { SearchField } from '../../../ui/form/search-field.tsx'
import { Status } from '../../../ui/feedback/status.tsx'
import { directoryPath } from '../filters.ts'
import { BookingDemo } from './booking-demo.tsx'
import styles from './hero.module.css'
import { intents } from './intents.ts'
import { WhenChips } from './when-chips.tsx'

export function Hero({ experts }: { experts: readonly Expert[] | undefined }) {
  const [query, setQuery] = useState('')
  const navigate = useNavigate()
  function search(event: SubmitEvent) {
    event.preventDefault()
    void navigate(directoryPath({ query: query.trim() }))
  }
  const tries = intents(experts ?? [])
  return (
    <div className={styles.hero}>
      <div className={styles.words}>
        <Status tone="neutral" dot="pulse">
          Live calendars, no account needed
        </Status>
        <h1 className={styles.title}>
          {landingWords.title}
          <em>{landingWords.emphasis}</em>
        </h1>
        <p className={styles.lead}>{landingWords.lead}</p>
        <div role="search" className={styles.search}>
          <form onSubmit={search} className={`glass ${styles.box}`}>
            <SearchField
              label="What do you need help with?"
              placeholder="What do you need help with?"
              name="query"
              className={styles.label}
              value={query}
              onChange={(event) => setQuery(event.target.value)}
            />
            <Button type="submit" variant="primary" size="m" className={styles.submit}>
              Find an expert
            </Button>
          </form>
        </div>
        <WhenChips />
        <p className={styles.tries} data-ready={tries.length > 0}>
          <span>Try</span>
          {tries.map((skill) => (
            <Link key={skill} to={directoryPath({ query: skill })}>
              {skill}
            </Link>
          ))}
        </p>
      </div>
      <BookingDemo />
    </div>
  )
}
