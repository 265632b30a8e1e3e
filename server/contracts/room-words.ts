/** What the server of this room says by itself: mails, import problems, default texts. */
import { contractsEn } from '#words/contracts.en.ts'
import { contractLifeEn } from '#words/contract-life.en.ts'
import { contractLifePl } from '#words/contract-life.pl.ts'
import { contractsPl } from '#words/contracts.pl.ts'
import { documentsEn } from '#words/documents.en.ts'
import { documentsPl } from '#words/documents.pl.ts'

const catalogues = { pl: contractsPl, en: contractsEn }

export const contractsWords = (language: 'pl' | 'en'): typeof contractsPl =>
  catalogues[language] as typeof contractsPl

const lifeCatalogues = { pl: contractLifePl, en: contractLifeEn }

export const contractLifeWords = (language: 'pl' | 'en'): typeof contractLifePl =>
  lifeCatalogues[language] as typeof contractLifePl

const documentCatalogues = { pl: documentsPl, en: documentsEn }

export const documentWords = (language: 'pl' | 'en'): typeof documentsPl =>
  documentCatalogues[language] as typeof documentsPl
