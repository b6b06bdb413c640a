<?php

/*
 * Orders a gift card and prints it:
 *
 *     php quickstart.php [identifier]
 *
 * Run again with the same identifier, it finds the order instead of buying twice.
 */

declare(strict_types=1);

define('URL', getenv('SCRIP_URL') ?: 'https://giftcards-sandbox.reloadly.com');
define('AUTH_URL', getenv('SCRIP_URL') ?: 'https://auth.reloadly.com');
// What the token is for: Reloadly's sandbox, or the test mode of OpenScrip.
const AUDIENCE = 'https://giftcards-sandbox.reloadly.com';

/** The server refused the request and changed nothing. */
final class ApiError extends Exception
{
    public readonly ?string $errorCode;

    public function __construct(int $status, array $body)
    {
        $this->errorCode = $body['errorCode'] ?? null;
        parent::__construct("$status {$this->errorCode}: " . ($body['message'] ?? ''));
    }
}

/** The server may have carried out the request, or may not. */
final class LostAnswer extends Exception
{
}

function call(string $method, string $url, ?string $token = null, ?array $body = null): array
{
    $headers = ['Accept: application/com.reloadly.giftcards-v1+json'];
    if ($token !== null) {
        $headers[] = "Authorization: Bearer $token";
    }
    if ($body !== null) {
        $headers[] = 'Content-Type: application/json';
    }
    $curl = curl_init($url);
    curl_setopt_array($curl, [
        CURLOPT_CUSTOMREQUEST => $method,
        CURLOPT_HTTPHEADER => $headers,
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 30,
    ]);
    if ($body !== null) {
        curl_setopt($curl, CURLOPT_POSTFIELDS, json_encode($body, JSON_THROW_ON_ERROR));
    }
    $text = curl_exec($curl);
    $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
    $answer = $text === false ? null : json_decode($text, true);
    if (!is_array($answer)) {
        throw new LostAnswer(curl_error($curl) ?: "$status: no JSON");
    }
    if ($status < 300) {
        return $answer;
    }
    if (in_array($status, [408, 409, 425, 429], true) || $status >= 500) {
        throw new LostAnswer("$status: " . ($answer['message'] ?? ''));
    }
    throw new ApiError($status, $answer);
}

function fetchToken(): string
{
    $credentials = [
        'client_id' => (string) getenv('SCRIP_CLIENT_ID'),
        'client_secret' => (string) getenv('SCRIP_CLIENT_SECRET'),
        'grant_type' => 'client_credentials',
        'audience' => AUDIENCE,
    ];
    return call('POST', AUTH_URL . '/oauth/token', body: $credentials)['access_token'];
}

/** The order with exactly this identifier: the search ignores case. */
function findOrder(string $token, string $identifier): ?array
{
    $query = http_build_query(['customIdentifier' => $identifier, 'size' => 50]);
    $page = call('GET', URL . "/reports/transactions?$query", $token);
    foreach ($page['content'] as $order) {
        if ($order['customIdentifier'] === $identifier) {
            return $order;
        }
    }
    return null;
}

/** Sends the order once; an order that may exist already is looked up, never sent again. */
function placeOrder(string $token, array $order): array
{
    try {
        return call('POST', URL . '/orders', $token, $order);
    } catch (LostAnswer $lost) {
        fwrite(STDERR, "The answer was lost ({$lost->getMessage()}). Looking for the order.\n");
    } catch (ApiError $error) {
        if ($error->errorCode !== 'CUSTOM_IDENTIFIER_ALREADY_USED') {
            throw $error;
        }
        fwrite(STDERR, "The identifier was used before. Looking for its order.\n");
    }
    for ($looks = 0; $looks < 5; $looks++) {
        $found = findOrder($token, $order['customIdentifier']);
        if ($found !== null) {
            return $found;
        }
        sleep(2);
    }
    throw new LostAnswer('The order is not in the reports so far.');
}

function buy(string $identifier): void
{
    $token = fetchToken();

    $balance = call('GET', URL . '/accounts/balance', $token);
    echo "Balance: {$balance['balance']} {$balance['currencyCode']}\n";

    $query = http_build_query(['productName' => 'Amazon', 'countryCode' => 'US', 'size' => 1]);
    $product = call('GET', URL . "/products?$query", $token)['content'][0]
        ?? throw new RuntimeException('No such product is sold.');
    echo "Product {$product['productId']}: {$product['productName']}\n";

    $order = placeOrder($token, [
        'productId' => $product['productId'],
        'quantity' => 1,
        'unitPrice' => 5,
        'customIdentifier' => $identifier,
        'senderName' => 'John Doe',
        'recipientEmail' => 'anyone@email.com',
    ]);
    echo "Order {$order['transactionId']}: {$order['status']}, ",
        "{$order['amount']} {$order['currencyCode']}\n";

    $cards = call('GET', URL . "/orders/transactions/{$order['transactionId']}/cards", $token);
    foreach ($cards as $card) {
        echo "Card {$card['cardNumber']}, PIN {$card['pinCode']}\n";
    }
}

$identifier = $argv[1] ?? 'quickstart-' . bin2hex(random_bytes(16));
try {
    buy($identifier);
} catch (LostAnswer $lost) {
    fwrite(STDERR, "{$lost->getMessage()}\n");
    fwrite(STDERR, "To go on, run this again with the identifier $identifier\n");
    exit(1);
} catch (Exception $error) {
    fwrite(STDERR, "{$error->getMessage()}\n");
    exit(1);
}
