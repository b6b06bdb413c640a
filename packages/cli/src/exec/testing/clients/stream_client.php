<?php

$context = stream_context_create(['http' => [
    'method' => 'POST',
    'header' => "Content-Type: application/json\r\n",
    'ignore_errors' => true,
    'content' => json_encode([
        'client_id' => getenv('RELOADLY_CLIENT_ID'),
        'client_secret' => getenv('RELOADLY_CLIENT_SECRET'),
    ]),
]]);
$answer = file_get_contents('https://auth.reloadly.com/oauth/token', false, $context);
echo $http_response_header[0], ' ', $answer, "\n";
