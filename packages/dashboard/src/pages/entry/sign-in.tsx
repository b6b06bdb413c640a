import { texts } from '../../texts/index.ts'

export default function Page() {
  return <h1>{texts.entry.pages.signIn}</h1>
}
