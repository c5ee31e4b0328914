import { pageTitles } from '@expertconnect/contract/pages'
import { cityOf } from '@expertconnect/contract/zone-city'
import { useQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import { Link } from 'react-router'
import { CategoryChips } from '../../features/directory/category-chips.tsx'
import { soonestFirst } from '../../features/directory/advertised.ts'
import { ExpertGrid } from '../../features/directory/expert-grid.tsx'
import { directoryPath } from '../../features/directory/filters.ts'
import { Hero } from '../../features/directory/landing/hero.tsx'
import { HowItWorks } from '../../features/directory/landing/how-it-works.tsx'
import { Proof } from '../../features/directory/landing/proof.tsx'
import { WhatDiffers } from '../../features/directory/landing/what-differs.tsx'
import { soonestQuery } from '../../features/directory/queries.ts'
import { useSeededExperts } from '../../features/directory/use-seeded-experts.ts'
import { paths } from '../../lib/paths.ts'
import { useNow } from '../../lib/time/server-clock.ts'
import { useTimeSettings } from '../../lib/time/settings.ts'
import { visitorZone } from '../../lib/time/time.ts'
import { categoriesQuery } from '../../server/api/expert-queries.ts'
import { problemOf } from '../../server/api/problem.ts'
import { LinkButton } from '../../ui/action/link-button.tsx'
import { useTitle } from '../../ui/display/use-title.ts'
import { FailedState } from '../../ui/feedback/failed-state.tsx'
import styles from './landing-page.module.css'

export function LandingPage() {
  const categories = useQuery(categoriesQuery())
  const soonest = useQuery(soonestQuery)
  useSeededExperts(soonest.data ?? [], soonest.dataUpdatedAt)
  useTimeSettings()
  const zone = visitorZone()
  const now = useNow()
  const first = soonest.data && soonestFirst(soonest.data, zone, now).slice(0, 4)
  useTitle(pageTitles['/'])
  const total = categories.data?.reduce((sum, { experts }) => sum + experts, 0)
  return (
    <div className={styles.page}>
      <Hero experts={first} />
      {!categories.isError && (
        <CategoryChips
          categories={categories.data}
          pathTo={(category) => directoryPath({ category })}
        />
      )}
      <section aria-labelledby="soonest" className={styles.section}>
        <header className={styles.sectionHead}>
          <h2 id="soonest">Free soonest</h2>
          <p>{`times in ${cityOf(zone)}`}</p>
          <LinkButton variant="plain" to={paths.experts} className={styles.all}>
            {total === undefined || total < 5 ? 'All experts' : `All ${total} experts`}
            <ArrowRight aria-hidden size={18} />
          </LinkButton>
        </header>
        {soonest.isError ? (
          <FailedState
            level={3}
            title="The experts could not be loaded"
            detail={problemOf(soonest.error).detail}
            onRetry={() => void soonest.refetch()}
            retrying={soonest.isFetching}
          />
        ) : soonest.data?.length === 0 ? (
          <p className={styles.nobody}>
            Nobody is offering sessions here yet. Please check back later.
          </p>
        ) : (
          <ExpertGrid experts={first} places={4} label="Free soonest" />
        )}
      </section>
      <Proof categories={categories.data} />
      <HowItWorks experts={first} />
      <WhatDiffers />
      <p className={styles.join}>
        Have you been there yourself? <Link to={paths.becomeExpert}>Become an expert</Link>
      </p>
    </div>
  )
}
