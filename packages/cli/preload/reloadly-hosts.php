<?php

// Loaded by `scrip exec` before every PHP script, with auto_prepend_file: streams, that is
// file_get_contents and fopen, ignore HTTPS_PROXY, so https URLs of the Reloadly hosts get the local
// proxy in their context here. curl obeys the variables and never comes this way. PHP 7.4 and later.

/**
 * Stands in for the https wrapper and lends every call to PHP's own one.
 *
 * Known limit: PHP sets $http_response_header in the function that opened the stream, which is
 * this class. It is copied to the global scope; http_get_last_response_headers() always works.
 */
final class ScripExecStream implements IteratorAggregate, ArrayAccess, Countable
{
    public static array $settings = [];

    /** Set by PHP before stream_open. */
    public $context;

    private $stream;
    private array $headers = [];

    public static function install(): void
    {
        stream_wrapper_unregister('https');
        stream_wrapper_register('https', self::class, STREAM_IS_URL);
    }

    public function stream_open(string $url, string $mode, int $flags, ?string &$opened): bool
    {
        $context = $this->contextFor($url);
        if ($context === null) {
            return false;
        }
        stream_wrapper_restore('https');
        try {
            $stream = ($flags & STREAM_REPORT_ERRORS)
                ? fopen($url, $mode, false, $context)
                : @fopen($url, $mode, false, $context);
        } finally {
            self::install();
        }
        $this->headers = $http_response_header ?? [];
        $GLOBALS['http_response_header'] = $this->headers;
        $this->stream = $stream;
        return $stream !== false;
    }

    /** @return resource|null null when the host is refused */
    private function contextFor(string $url)
    {
        $given = is_resource($this->context) ? $this->context : stream_context_get_default();
        $host = rtrim(strtolower((string) parse_url($url, PHP_URL_HOST)), '.');
        if (!in_array($host, self::$settings['hosts'], true)) {
            return $this->isAllowed($host) ? $given : null;
        }
        $options = stream_context_get_options($given);
        $options['http']['proxy'] = 'tcp://127.0.0.1:' . self::$settings['proxyPort'];
        $parameters = stream_context_get_params($given);
        unset($parameters['options']);
        return stream_context_create($options, $parameters);
    }

    private function isAllowed(string $host): bool
    {
        $isLoopback = $host === 'localhost' || $host === '[::1]'
            || preg_match('/^127(?:\.\d+){3}$/', $host);
        if (!self::$settings['offline'] || $isLoopback) {
            return true;
        }
        if (!self::$settings['quiet']) {
            $notice = "scrip exec: refused $host: --offline allows no host but Reloadly's\n";
            file_put_contents('php://stderr', $notice);
        }
        trigger_error("scrip exec --offline refuses $host", E_USER_WARNING);
        return false;
    }

    public function stream_read(int $count)
    {
        return fread($this->stream, $count);
    }

    public function stream_write(string $data)
    {
        return fwrite($this->stream, $data);
    }

    public function stream_eof(): bool
    {
        return feof($this->stream);
    }

    public function stream_stat()
    {
        return fstat($this->stream);
    }

    public function url_stat(string $url, int $flags)
    {
        return false;
    }

    public function stream_cast(int $as)
    {
        return $this->stream;
    }

    public function stream_set_option(int $option, int $first, ?int $second): bool
    {
        switch ($option) {
            case STREAM_OPTION_BLOCKING:
                return stream_set_blocking($this->stream, (bool) $first);
            case STREAM_OPTION_READ_TIMEOUT:
                return stream_set_timeout($this->stream, $first, (int) $second);
            default:
                return false;
        }
    }

    public function stream_close(): void
    {
        fclose($this->stream);
    }

    // stream_get_meta_data() has this object where PHP's own wrapper has the list of headers.
    public function getIterator(): Traversable
    {
        return new ArrayIterator($this->headers);
    }

    public function count(): int
    {
        return count($this->headers);
    }

    public function offsetExists($index): bool
    {
        return isset($this->headers[$index]);
    }

    #[ReturnTypeWillChange]
    public function offsetGet($index)
    {
        return $this->headers[$index];
    }

    public function offsetSet($index, $value): void
    {
    }

    public function offsetUnset($index): void
    {
    }
}

(static function () {
    $settings = json_decode(getenv('SCRIP_EXEC') ?: '', true);
    if (!is_array($settings) || !in_array('https', stream_get_wrappers(), true)) {
        return;
    }
    ScripExecStream::$settings = $settings;
    ScripExecStream::install();
})();
