import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Orders a gift card and prints it:
 *
 * <pre>java Quickstart.java [identifier]</pre>
 *
 * Run again with the same identifier, it finds the order instead of buying twice.
 */
public class Quickstart {
    static final String URL = env("SCRIP_URL", "https://giftcards-sandbox.reloadly.com");
    static final String AUTH_URL = env("SCRIP_URL", "https://auth.reloadly.com");
    /** What the token is for: Reloadly's sandbox, or the test mode of OpenScrip. */
    static final String AUDIENCE = "https://giftcards-sandbox.reloadly.com";

    static final Set<Integer> LOST_STATUSES = Set.of(408, 409, 425, 429);

    static final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /** The server refused the request and changed nothing. */
    static class ApiException extends Exception {
        final String errorCode;

        ApiException(int status, String body) {
            super(status + " " + field(body, "errorCode") + ": " + field(body, "message"));
            errorCode = field(body, "errorCode");
        }
    }

    /** The server may have carried out the request, or may not. */
    static class LostAnswerException extends Exception {
        LostAnswerException(String reason) {
            super(reason);
        }
    }

    static String call(String method, String url, String token, String body)
            throws ApiException, LostAnswerException, InterruptedException {
        BodyPublisher sent = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/com.reloadly.giftcards-v1+json")
                .method(method, sent);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        HttpResponse<String> response;
        try {
            response = http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException error) {
            throw new LostAnswerException(error.toString());
        }
        int status = response.statusCode();
        if (status < 300) {
            return response.body();
        }
        if (LOST_STATUSES.contains(status) || status >= 500) {
            throw new LostAnswerException(status + ": " + field(response.body(), "message"));
        }
        throw new ApiException(status, response.body());
    }

    static String fetchToken() throws Exception {
        String credentials = """
                {"client_id":"%s","client_secret":"%s",
                "grant_type":"client_credentials","audience":"%s"}"""
                .formatted(env("SCRIP_CLIENT_ID", ""), env("SCRIP_CLIENT_SECRET", ""), AUDIENCE);
        return field(call("POST", AUTH_URL + "/oauth/token", null, credentials), "access_token");
    }

    /** The order with exactly this identifier, or null: the search ignores case. */
    static String findOrder(String token, String identifier) throws Exception {
        String encoded = URLEncoder.encode(identifier, StandardCharsets.UTF_8);
        String query = "?size=50&customIdentifier=" + encoded;
        String page = call("GET", URL + "/reports/transactions" + query, token, null);
        for (String order : page.split("(?=\\{\"transactionId\")")) {
            if (identifier.equals(field(order, "customIdentifier"))) {
                return order;
            }
        }
        return null;
    }

    /** Sends the order once; an order that may exist already is looked up, never sent again. */
    static String placeOrder(String token, String identifier, String order) throws Exception {
        try {
            return call("POST", URL + "/orders", token, order);
        } catch (LostAnswerException lost) {
            System.err.println("The answer was lost (" + lost.getMessage() + ").");
            System.err.println("Looking for the order.");
        } catch (ApiException error) {
            if (!"CUSTOM_IDENTIFIER_ALREADY_USED".equals(error.errorCode)) {
                throw error;
            }
            System.err.println("The identifier was used before. Looking for its order.");
        }
        for (int looks = 0; looks < 5; looks++) {
            String found = findOrder(token, identifier);
            if (found != null) {
                return found;
            }
            Thread.sleep(2_000);
        }
        throw new LostAnswerException("The order is not in the reports so far.");
    }

    static void buy(String identifier) throws Exception {
        String token = fetchToken();

        String balance = call("GET", URL + "/accounts/balance", token, null);
        System.out.printf("Balance: %s %s%n",
                field(balance, "balance"), field(balance, "currencyCode"));

        String query = "?productName=Amazon&countryCode=US&size=1";
        String product = call("GET", URL + "/products" + query, token, null);
        String productId = field(product, "productId");
        if (productId == null) {
            throw new IllegalStateException("No such product is sold.");
        }
        System.out.printf("Product %s: %s%n", productId, field(product, "productName"));

        String order = placeOrder(token, identifier, """
                {"productId":%s,"quantity":1,"unitPrice":5,"customIdentifier":"%s",
                "senderName":"John Doe","recipientEmail":"anyone@email.com"}"""
                .formatted(productId, identifier));
        String transactionId = field(order, "transactionId");
        System.out.printf("Order %s: %s, %s %s%n", transactionId,
                field(order, "status"), field(order, "amount"), field(order, "currencyCode"));

        String cardsUrl = URL + "/orders/transactions/" + transactionId + "/cards";
        for (String card : call("GET", cardsUrl, token, null).split("(?<=\\}),")) {
            System.out.printf("Card %s, PIN %s%n",
                    field(card, "cardNumber"), field(card, "pinCode"));
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        String identifier = arguments.length > 0 ? arguments[0] : "quickstart-" + UUID.randomUUID();
        try {
            buy(identifier);
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (Exception error) {
            System.err.println(error.getMessage());
            if (error instanceof LostAnswerException) {
                System.err.println("To go on, run this again with the identifier " + identifier);
            }
            System.exit(1);
        }
    }

    /**
     * The first field of this name, or null. The JDK reads no JSON: in a program of your own use a
     * library such as Jackson, and let it write the JSON as well.
     */
    static String field(String json, String name) {
        String value = "(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([-\\w.+]+))";
        Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*" + value).matcher(json);
        if (!matcher.find()) {
            return null;
        }
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }

    static String env(String name, String fallback) {
        String value = System.getenv(name);
        return value == null || value.isEmpty() ? fallback : value;
    }
}
