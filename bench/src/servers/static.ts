/**
 * The ceiling of reading: a bare `node:http` server that answers a buffer of the
 * size given as its argument to every GET. No routing, no token, no validator.
 */
import { createServer } from 'node:http'
import { answerJson, jsonOfSize } from './body.ts'
import { serve } from './ready.ts'

const answer = jsonOfSize(Number(process.argv[2]))

serve(createServer((_request, response) => answerJson(response, 200, answer)))
