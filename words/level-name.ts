/** What a row of the matrix of service levels is for: "krytyczny", "każdy, kategoria Przegląd, lokalizacja Magazyn". */
import { accountsEn } from './accounts.en.ts'
import { accountsPl } from './accounts.pl.ts'
import type { Lang } from './words.ts'

type Row = { priority: string; category?: string; deviceClass?: string; site?: string }

const words = {
  pl: {
    any: 'każdy',
    other: 'każdy inny',
    category: (name: string) => `kategoria ${name}`,
    deviceClass: (name: string) => `urządzenia: ${name}`,
    site: (name: string) => `lokalizacja ${name}`,
  },
  en: {
    any: 'any',
    other: 'any other',
    category: (name: string) => `category ${name}`,
    deviceClass: (name: string) => `devices: ${name}`,
    site: (name: string) => `site ${name}`,
  },
}

export function levelName(lang: Lang, { priority, category, deviceClass, site }: Row): string {
  const say = words[lang]
  const narrowed = [
    category && say.category(category),
    deviceClass && say.deviceClass(deviceClass),
    site && say.site(site),
  ].filter(Boolean)
  return [priorityName(lang, priority, narrowed.length > 0), ...narrowed].join(', ')
}

/** "*" alone is what is left for all the others. */
export function priorityName(lang: Lang, priority: string, isNarrowed = false): string {
  if (priority === '*') return isNarrowed ? words[lang].any : words[lang].other
  const names: Readonly<Record<string, string>> = (lang === 'pl' ? accountsPl : accountsEn).priorities
  return names[priority] ?? priority
}
