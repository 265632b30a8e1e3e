/** What the server of this room says by itself: mails, import problems, default texts. */
import { contractsEn } from '#words/contracts.en.ts'
import { contractsPl } from '#words/contracts.pl.ts'

const catalogues = { pl: contractsPl, en: contractsEn }

export const contractsWords = (language: 'pl' | 'en'): typeof contractsPl =>
  catalogues[language] as typeof contractsPl
