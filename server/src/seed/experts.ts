import { startupsExperts } from './experts/startups.ts'
import { moreStartupsExperts } from './experts/startups-more.ts'
import { engineeringExperts } from './experts/engineering.ts'
import { moreEngineeringExperts } from './experts/engineering-more.ts'
import { designExperts } from './experts/design.ts'
import { moreDesignExperts } from './experts/design-more.ts'
import { lawExperts } from './experts/law.ts'
import { moreLawExperts } from './experts/law-more.ts'
import { healthExperts } from './experts/health.ts'
import { moreHealthExperts } from './experts/health-more.ts'
import { financeExperts } from './experts/finance.ts'
import { moreFinanceExperts } from './experts/finance-more.ts'
import { languagesExperts } from './experts/languages.ts'
import { moreLanguagesExperts } from './experts/languages-more.ts'
import { musicExperts } from './experts/music.ts'
import { moreMusicExperts } from './experts/music-more.ts'
import type { SeedExpert } from './seed-expert.ts'

/** Everybody whom the demo knows, in the order of the categories. All of them are fictional. */
export const seedExperts: readonly SeedExpert[] = [
  ...startupsExperts,
  ...moreStartupsExperts,
  ...engineeringExperts,
  ...moreEngineeringExperts,
  ...designExperts,
  ...moreDesignExperts,
  ...lawExperts,
  ...moreLawExperts,
  ...healthExperts,
  ...moreHealthExperts,
  ...financeExperts,
  ...moreFinanceExperts,
  ...languagesExperts,
  ...moreLanguagesExperts,
  ...musicExperts,
  ...moreMusicExperts,
]
