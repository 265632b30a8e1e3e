/** What a price list asks of work, in words: the names of the fields and how an entry says them. */
import type { AskedOf, WorkFacts } from '#engines/pricing/asked-facts.ts'
import type { Lang } from './words.ts'

type Labels = Record<AskedOf, string> & { none: string; hint: string }

export const workFactLabels: Record<Lang, Labels> = {
  pl: {
    role: 'Rola',
    service: 'Usługa',
    site: 'Lokalizacja',
    deviceClass: 'Rodzaj urządzenia',
    zone: 'Strefa dojazdu',
    flags: 'Oznaczenia',
    none: 'nie dotyczy',
    hint: 'Od tego zależy cena w umowie.',
  },
  en: {
    role: 'Role',
    service: 'Service',
    site: 'Site',
    deviceClass: 'Kind of device',
    zone: 'Travel zone',
    flags: 'Marks',
    none: 'does not apply',
    hint: 'The price in the contract depends on it.',
  },
}

/** "starszy, sieć, ekspres"; a zone is named as one. */
export function workFactsText(lang: Lang, { zone, flags = [], ...facts }: WorkFacts): string {
  const zoneText = zone && `${lang === 'pl' ? 'strefa' : 'zone'} ${zone}`
  return [facts.role, facts.service, facts.site, facts.deviceClass, zoneText, ...flags]
    .filter(Boolean)
    .join(', ')
}
