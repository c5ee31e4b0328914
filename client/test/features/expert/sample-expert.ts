import type { Expert } from '@expertconnect/contract/experts/shapes'

export function sampleExpert(differences: Partial<Expert> = {}): Expert {
  return {
    id: 'expert-0001',
    slug: 'amara-okafor',
    name: 'Amara Okafor',
    headline: 'Product strategy for seed-stage founders',
    bio: 'I help.',
    bring: [],
    category: { slug: 'startups', name: 'Startups' },
    skills: ['Pricing', 'Go-to-market'],
    languages: ['en'],
    rating: { average: 4.9, count: 132 },
    hourlyRate: { amount: 18_000, currency: 'USD' },
    sessionLengths: [30, 60],
    policy: {
      noticeMinutes: 60,
      horizonDays: 60,
      gapMinutes: 0,
      stepMinutes: 30,
      cancellationMinutes: 1440,
    },
    timeZone: 'Africa/Lagos',
    photoUrl: null,
    nextFreeAt: '2026-11-25T10:00:00Z',
    ...differences,
  }
}
