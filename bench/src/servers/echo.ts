/**
 * The ceiling: a bare `node:http` server that parses a body and answers a fixed
 * one of the size given as its argument. No routing, no checks, no database.
 */
import { createServer } from 'node:http'
import { answerJson, jsonOfSize, readBody } from './body.ts'
import { serve } from './ready.ts'

const answer = jsonOfSize(Number(process.argv[2]))

const server = createServer((request, response) => {
  readBody(request, (body) => {
    JSON.parse(body)
    answerJson(response, 200, answer)
  })
})
serve(server)
