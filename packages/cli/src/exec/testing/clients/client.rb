require 'json'
require 'net/http'

body = {
  client_id: ENV.fetch('RELOADLY_CLIENT_ID'),
  client_secret: ENV.fetch('RELOADLY_CLIENT_SECRET')
}
uri = URI('https://auth.reloadly.com/oauth/token')
answer = Net::HTTP.post(uri, JSON.generate(body), 'Content-Type' => 'application/json')
puts "#{answer.code} #{answer.body}"
