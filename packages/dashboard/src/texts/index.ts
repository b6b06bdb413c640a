import { en } from './en.ts'

/** Everything that the dashboard says, in the language of the reader: English so far. */
export const texts = en
