/**
 * Everything that the dashboard says, in the language of the reader: English so far. A namespace,
 * not an object, so that the words of a room are loaded with its pages.
 */
export * as texts from './en.ts'
