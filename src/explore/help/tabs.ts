/** The parts of the help. */
export const HELP_TABS = ['about', 'keys'] as const
export type HelpTab = (typeof HELP_TABS)[number]
