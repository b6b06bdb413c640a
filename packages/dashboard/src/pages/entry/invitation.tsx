import { Frame } from './frame.tsx'

export default function Invitation() {
  return <Frame title="">{null}</Frame>
}
