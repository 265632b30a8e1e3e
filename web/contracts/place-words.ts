/** Words of sites, devices and what a ticket is about: they come with the screens instead of the first load. */
import { placesEn } from '#words/places.en.ts'
import { placesPl } from '#words/places.pl.ts'
import type { Words } from '#words/words.ts'
import { useLang } from '../kit/words.tsx'

export type PlaceWords = Words<typeof placesPl>

export const usePlaceWords = (): PlaceWords => (useLang() === 'en' ? placesEn : placesPl)
