import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;

public class UrlConnectionClient {
    public static void main(String[] args) throws Exception {
        String body = String.format("{\"client_id\":\"%s\",\"client_secret\":\"%s\"}",
            System.getenv("RELOADLY_CLIENT_ID"), System.getenv("RELOADLY_CLIENT_SECRET"));
        HttpURLConnection call = (HttpURLConnection)
            new URL("https://auth.reloadly.com/oauth/token").openConnection();
        call.setRequestMethod("POST");
        call.setRequestProperty("Content-Type", "application/json");
        call.setDoOutput(true);
        call.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        String answer = new String(call.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.println(call.getResponseCode() + " " + answer);
    }
}
