import type { Expert } from '@expertconnect/contract/experts/shapes'
import { Panel } from '../../ui/display/panel.tsx'
import { ProfileBody } from './profile-body.tsx'
import { ProfileHead } from './profile-head.tsx'
import styles from './expert-profile.module.css'

export function ExpertProfile({ expert }: { expert: Expert }) {
  return (
    <Panel as="article" padding="none" className={styles.profile}>
      <ProfileHead expert={expert} />
      <div className={styles.body}>
        <ProfileBody expert={expert} />
      </div>
    </Panel>
  )
}
