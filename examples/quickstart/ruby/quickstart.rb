# frozen_string_literal: true

# Orders a gift card and prints it:
#
#     ruby quickstart.rb [identifier]
#
# Run again with the same identifier, it finds the order instead of buying twice.

require 'bigdecimal'
require 'json'
require 'net/http'
require 'securerandom'

URL = ENV.fetch('SCRIP_URL', 'https://giftcards-sandbox.reloadly.com')
AUTH_URL = ENV.fetch('SCRIP_URL', 'https://auth.reloadly.com')
# What the token is for: Reloadly's sandbox, or the test mode of OpenScrip.
AUDIENCE = 'https://giftcards-sandbox.reloadly.com'

# Behind these statuses, and from 500 on, a request may have been carried out.
LOST_STATUSES = [408, 409, 425, 429].freeze

# The server refused the request and changed nothing.
class ApiError < StandardError
  attr_reader :code

  def initialize(status, body)
    @code = body['errorCode']
    super("#{status} #{@code}: #{body['message']}")
  end
end

# The server may have carried out the request, or may not.
class LostAnswer < StandardError; end

def exchange(uri, request)
  # Net::HTTP repeats what it takes for safe; here nothing is repeated unseen.
  options = { use_ssl: uri.scheme == 'https', read_timeout: 30, max_retries: 0 }
  response = Net::HTTP.start(uri.host, uri.port, **options) { |http| http.request(request) }
  [response.code.to_i, JSON.parse(response.body, decimal_class: BigDecimal)]
rescue IOError, SystemCallError, SocketError, Timeout::Error, OpenSSL::SSL::SSLError,
       Net::ProtocolError, JSON::ParserError => e
  raise LostAnswer, e.message
end

def call(method, url, token: nil, body: nil)
  uri = URI(url)
  request = Net::HTTP.const_get(method).new(uri)
  request['Accept'] = 'application/com.reloadly.giftcards-v1+json'
  request['Authorization'] = "Bearer #{token}" if token
  if body
    request['Content-Type'] = 'application/json'
    request.body = JSON.generate(body)
  end
  status, answer = exchange(uri, request)
  return answer if status < 300
  raise ApiError.new(status, answer) unless LOST_STATUSES.include?(status) || status >= 500

  raise LostAnswer, "#{status}: #{answer['message']}"
end

def fetch_token
  credentials = {
    client_id: ENV.fetch('SCRIP_CLIENT_ID'),
    client_secret: ENV.fetch('SCRIP_CLIENT_SECRET'),
    grant_type: 'client_credentials',
    audience: AUDIENCE
  }
  call(:Post, "#{AUTH_URL}/oauth/token", body: credentials)['access_token']
end

# The order with exactly this identifier: the search ignores case.
def find_order(token, identifier)
  query = URI.encode_www_form(customIdentifier: identifier, size: 50)
  page = call(:Get, "#{URL}/reports/transactions?#{query}", token: token)
  page['content'].find { |order| order['customIdentifier'] == identifier }
end

# Sends the order once; an order that may exist already is looked up, never sent again.
def place_order(token, order)
  begin
    return call(:Post, "#{URL}/orders", token: token, body: order)
  rescue LostAnswer => e
    warn "The answer was lost (#{e.message}). Looking for the order."
  rescue ApiError => e
    raise unless e.code == 'CUSTOM_IDENTIFIER_ALREADY_USED'

    warn 'The identifier was used before. Looking for its order.'
  end
  5.times do
    found = find_order(token, order[:customIdentifier])
    return found if found

    sleep 2
  end
  raise LostAnswer, 'The order is not in the reports so far.'
end

def decimal(number)
  number.is_a?(BigDecimal) ? number.to_s('F') : number.to_s
end

def buy(identifier)
  token = fetch_token

  balance = call(:Get, "#{URL}/accounts/balance", token: token)
  puts "Balance: #{decimal(balance['balance'])} #{balance['currencyCode']}"

  query = URI.encode_www_form(productName: 'Amazon', countryCode: 'US', size: 1)
  product = call(:Get, "#{URL}/products?#{query}", token: token)['content'].first
  abort 'No such product is sold.' unless product
  puts "Product #{product['productId']}: #{product['productName']}"

  order = place_order(
    token,
    productId: product['productId'],
    quantity: 1,
    unitPrice: 5,
    customIdentifier: identifier,
    senderName: 'John Doe',
    recipientEmail: 'anyone@email.com'
  )
  id = order['transactionId']
  puts "Order #{id}: #{order['status']}, #{decimal(order['amount'])} #{order['currencyCode']}"

  call(:Get, "#{URL}/orders/transactions/#{id}/cards", token: token).each do |card|
    puts "Card #{card['cardNumber']}, PIN #{card['pinCode']}"
  end
end

identifier = ARGV.fetch(0) { "quickstart-#{SecureRandom.uuid}" }
begin
  buy(identifier)
rescue ApiError => e
  abort e.message
rescue LostAnswer => e
  abort "#{e.message}\nTo go on, run this again with the identifier #{identifier}"
end
