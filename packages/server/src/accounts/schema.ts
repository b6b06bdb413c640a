import Type from 'typebox'
import { modes } from './model.ts'

/** In which mode a request of the Management API is meant, in its body or its query. */
export const ModeIn = Type.Optional(
  Type.Enum([...modes], { default: 'test', description: 'Which mode of the account.' }),
)
