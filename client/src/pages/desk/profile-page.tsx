import type { DeskExpert } from '@expertconnect/contract/experts/shapes'
import { pageTitles } from '@expertconnect/contract/pages'
import { useQuery } from '@tanstack/react-query'
import { ExpertCard } from '../../features/directory/expert-card.tsx'
import { ProfileHead } from '../../features/expert/profile-head.tsx'
import { PhotoEditor } from '../../features/profile/photo-editor.tsx'
import { ProfileFields } from '../../features/profile/profile-fields.tsx'
import {
  changedFields,
  previewOf,
  profileName,
  profileOf,
} from '../../features/profile/profile-state.ts'
import { useSaveProfile } from '../../features/profile/use-save-profile.ts'
import { serverNow } from '../../lib/time/server-clock.ts'
import { visitorZone } from '../../lib/time/time.ts'
import { categoriesQuery } from '../../server/api/expert-queries.ts'
import { Panel } from '../../ui/display/panel.tsx'
import { useTitle } from '../../ui/display/use-title.ts'
import { SaveBar } from '../../ui/form/save-bar.tsx'
import { useUnsaved } from '../../ui/form/unsaved.ts'
import { useAskOnLeaving } from '../../ui/form/use-ask-on-leaving.ts'
import styles from './profile-page.module.css'

/** What visitors read of one, with how it looks to them beside it. */
export function ProfilePage({ expert }: { expert: DeskExpert }) {
  useTitle(pageTitles['/desk/profile'])
  const unsaved = useUnsaved(profileName(expert.id), profileOf(expert))
  const saving = useSaveProfile(expert, unsaved)
  useAskOnLeaving(unsaved.isDirty)
  const categories = useQuery(categoriesQuery())
  const { shown } = unsaved
  // Until they are known, one's own is the only one.
  const known = categories.data ?? [expert.category]
  const category = known.find(({ slug }) => slug === shown.category)?.name ?? expert.category.name
  const preview = previewOf(expert, shown, category)
  return (
    <>
      <h1>Profile</h1>
      <div className={styles.page}>
        <div className={styles.column}>
          <Panel as="section" aria-labelledby="photo" className={styles.part}>
            <h2 id="photo">Photo</h2>
            <PhotoEditor expert={expert} />
          </Panel>
          <Panel as="section" aria-labelledby="about" className={styles.part}>
            <h2 id="about">About you</h2>
            <ProfileFields
              shown={shown}
              faults={saving.faults}
              categories={known}
              currency={expert.hourlyRate.currency}
              onChange={unsaved.change}
            />
          </Panel>
        </div>
        <section className={styles.preview} aria-labelledby="preview">
          <h2 id="preview">As visitors see it</h2>
          {/* A picture of what is typed beside it: nothing in it is meant to be pressed, and under slugs of their own
              nothing travels between it and a page. */}
          <ul className={styles.card} inert>
            <ExpertCard
              expert={{ ...preview, slug: `${preview.slug}-card` }}
              zone={visitorZone()}
              now={serverNow()}
              eager
            />
          </ul>
          <div className={`glass ${styles.head}`} inert>
            <ProfileHead expert={{ ...preview, slug: `${preview.slug}-head` }} />
          </div>
        </section>
      </div>
      <SaveBar
        what={changedFields(unsaved.parts)}
        elsewhere={unsaved.elsewhere}
        busy={saving.busy}
        problem={saving.problem}
        onSave={() => void saving.save()}
        onDiscard={saving.discard}
      />
    </>
  )
}
