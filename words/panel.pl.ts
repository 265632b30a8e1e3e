/** Words of the panel room: what a client's people see. */
export const panelPl = {} as const
