import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

public class HttpClientClient {
    public static void main(String[] args) throws Exception {
        String body = String.format("{\"client_id\":\"%s\",\"client_secret\":\"%s\"}",
            System.getenv("RELOADLY_CLIENT_ID"), System.getenv("RELOADLY_CLIENT_SECRET"));
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://auth.reloadly.com/oauth/token"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        System.out.println(answer.statusCode() + " " + answer.body());
        if (args.length > 0) {
            var other = HttpRequest.newBuilder(URI.create(args[0])).build();
            System.out.println(HttpClient.newHttpClient().send(other, BodyHandlers.ofString()).body());
        }
    }
}
