/** Words of the collection room: payments and reminders. */
export const collectionPl = {} as const
