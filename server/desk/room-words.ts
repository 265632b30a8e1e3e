/** What the server of this room says by itself: mails in the language of whom they go to. */
import { accountsEn } from '#words/accounts.en.ts'
import { accountsPl } from '#words/accounts.pl.ts'
import { deskEn } from '#words/desk.en.ts'
import { deskPl } from '#words/desk.pl.ts'
import type { Lang } from '#words/words.ts'

export const deskWords = (language: Lang): typeof deskPl =>
  ({ pl: deskPl, en: deskEn })[language] as typeof deskPl

export function priorityName(language: Lang, priority: string): string {
  const names: Record<string, string> = { pl: accountsPl, en: accountsEn }[language].priorities
  return names[priority] ?? priority
}

export function pauseReasonName(language: Lang, key: string, ownName?: string): string {
  const names: Record<string, string> = deskWords(language).pauseReasons
  return ownName ?? names[key] ?? key
}

export const languageOf = (text: string | undefined): Lang => (text === 'en' ? 'en' : 'pl')
