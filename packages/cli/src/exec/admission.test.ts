import { expect, test } from 'vitest'
import { findOwner } from './admission.ts'

const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 1 1
   1: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1000        0 2 1
   2: 0100007F:C350 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1001        0 3 1
   3: 0000000000000000FFFF00000100007F:C351 0000000000000000FFFF00000100007F:1F90 01 0:0 0:0 0 1002 0 4
   4: 0500000A:C352 0500000A:1F90 01 00000000:00000000 00:00000000 00000000  1003        0 5 1`

test("the owner of a connection is read from the client's end of it", () => {
  expect(findOwner(table, { remotePort: 0xc350, localPort: 0x1f90 })).toBe(1001)
  expect(findOwner(table, { remotePort: 0xc351, localPort: 0x1f90 })).toBe(1002)
})

test('a connection over another network has no owner here', () => {
  expect(findOwner(table, { remotePort: 0xc352, localPort: 0x1f90 })).toBeUndefined()
  expect(findOwner(table, { remotePort: 1, localPort: 0x1f90 })).toBeUndefined()
})
