/** What the demo's directory is browsed by; `icon` is the name of a Lucide icon. */
export const seedCategories: readonly { slug: string; name: string; icon: string }[] = [
  { slug: 'startups', name: 'Startups', icon: 'rocket' },
  { slug: 'engineering', name: 'Engineering', icon: 'code-xml' },
  { slug: 'design', name: 'Design', icon: 'palette' },
  { slug: 'law', name: 'Law', icon: 'scale' },
  { slug: 'health', name: 'Health', icon: 'heart-pulse' },
  { slug: 'finance', name: 'Finance', icon: 'chart-line' },
  { slug: 'languages', name: 'Languages', icon: 'languages' },
  { slug: 'music', name: 'Music', icon: 'music' },
]
