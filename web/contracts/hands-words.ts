/** Words that come with the screens of contracts instead of the first load. */
import { contractHandsEn } from '#words/contract-hands.en.ts'
import { contractHandsPl } from '#words/contract-hands.pl.ts'
import { useLang } from '../kit/words.tsx'

export const useHands = (): typeof contractHandsPl =>
  useLang() === 'en' ? (contractHandsEn as typeof contractHandsPl) : contractHandsPl
