import { expect, test } from 'vitest'
import { parseAnswer } from './answer.ts'

const whole = 'HTTP/1.1 400 Bad Request\r\ncontent-length: 4\r\nVary: x\r\n\r\nbody'

test('an answer is found once all of it is there', () => {
  for (let length = 0; length < whole.length; length += 1) {
    expect(parseAnswer(Buffer.from(whole.slice(0, length)))).toBeUndefined()
  }
  expect(parseAnswer(Buffer.from(whole))).toEqual({
    status: 400,
    bytes: whole.length,
    bodyStart: whole.length - 4,
  })
})

test('an answer that something is known already ends with its head', () => {
  const known = Buffer.from('HTTP/1.1 304 Not Modified\r\netag: "x"\r\n\r\n')
  expect(parseAnswer(known)).toEqual({ status: 304, bytes: known.length, bodyStart: known.length })
})

test('an answer that cannot be counted is refused, not guessed', () => {
  expect(() => parseAnswer(Buffer.from(`${whole}!`))).toThrow('more bytes')
  const chunked = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'
  expect(() => parseAnswer(Buffer.from(chunked))).toThrow('without Content-Length')
})
