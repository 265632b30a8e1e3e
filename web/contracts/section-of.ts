/** Which part of the editor a path of the terms belongs to: problems and changes are shown there. */
export const sections = [
  'parties',
  'period',
  'sla',
  'prices',
  'indexation',
  'examples',
  'reporters',
  'billing',
  'document',
] as const
export type SectionId = (typeof sections)[number]

const places: [RegExp, SectionId][] = [
  [/^terms\.(serviceLevels|calendars|clock)\b/, 'sla'],
  [/^terms\.priceList\.vat\b/, 'billing'],
  [/^terms\.priceList\b/, 'prices'],
  [/^terms\.indexation\b/, 'indexation'],
  [/^terms\.examples\b/, 'examples'],
  [/^terms\.reporters\b/, 'reporters'],
  [/^terms\.billing\b/, 'billing'],
  [/^(terms\.term|validFrom|validTo)\b/, 'period'],
  [/^terms\.document\.place\b/, 'parties'],
  [/^terms\.document\b/, 'document'],
]

export function sectionOf(path: string): SectionId {
  return places.find(([pattern]) => pattern.test(path))?.[1] ?? 'parties'
}
