/** Words of credits in the reader's language: they travel with the screens that show credits, not with the first page. */
import { creditsEn } from '#words/credits.en.ts'
import { creditsPl } from '#words/credits.pl.ts'
import { useLang } from '../kit/words.tsx'

export const useCreditWords = () => (useLang() === 'en' ? creditsEn : creditsPl)
