<?php

$call = curl_init('https://auth.reloadly.com/oauth/token');
curl_setopt_array($call, [
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_HTTPHEADER => ['Content-Type: application/json'],
    CURLOPT_POSTFIELDS => json_encode([
        'client_id' => getenv('RELOADLY_CLIENT_ID'),
        'client_secret' => getenv('RELOADLY_CLIENT_SECRET'),
    ]),
]);
$answer = curl_exec($call);
echo curl_getinfo($call, CURLINFO_HTTP_CODE), ' ', $answer, curl_error($call), "\n";
