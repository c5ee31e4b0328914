import type { Expert } from '@expertconnect/contract/experts/shapes'
import { Panel } from '../../ui/display/panel.tsx'
import { ProfileBody } from './profile-body.tsx'
import { ProfileHead } from './profile-head.tsx'
import styles from './expert-profile.module.css'

export function ExpertProfile({ expert }: { expert: Expert }) {
  return (
    <Panel as="article" padding="l" className={styles.profile}>
      <ProfileHead expert={expert} />
      <ProfileBody expert={expert} />
    </Panel>
  )
}
