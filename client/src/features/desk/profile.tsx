import type { DeskExpert } from '@expertconnect/contract/experts/shapes'
import { pageTitles } from '@expertconnect/contract/pages'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { Panel } from '../../ui/panel.tsx'
import { useTitle } from '../../ui/use-title.ts'
import type { DeskTools } from './desk-tools.ts'
import { PhotoEditor } from './photo-editor.tsx'
import { ProfileFields } from './profile-fields.tsx'
import { changedFields, previewOf, profileName, profileOf } from './profile-state.ts'
import styles from './profile.module.css'
import { SaveBar } from './save-bar.tsx'
import { useUnsaved } from './unsaved.ts'
import { useAskOnLeaving } from './use-ask-on-leaving.ts'
import { useSaveProfile } from './use-save-profile.ts'

export interface ProfileProps {
  expert: DeskExpert
  tools: DeskTools
}

/** What visitors read of one, with how it looks to them beside it. */
export function Profile({ expert, tools }: ProfileProps) {
  useTitle(pageTitles['/desk/profile'])
  const unsaved = useUnsaved(profileName(expert.id), profileOf(expert))
  const saving = useSaveProfile(expert, unsaved)
  useAskOnLeaving(unsaved.isDirty)
  const categories = useQuery({
    queryKey: ['categories'],
    queryFn: async ({ signal }) => (await call('listCategories', {}, { signal })).items,
    staleTime: 5 * 60_000,
  })
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
          {/* A picture of what is typed beside it: nothing in it is meant to be pressed. */}
          <ul className={styles.card} inert>
            {tools.card(preview)}
          </ul>
          <div className={`glass ${styles.head}`} inert>
            {tools.head(preview)}
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
