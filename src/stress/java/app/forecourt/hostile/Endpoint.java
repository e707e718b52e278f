package app.forecourt.hostile;

import app.forecourt.http.HostileServer.FriendlyResponse;
import app.forecourt.photo.PhotoHost;
import java.awt.Color;

/** Endpoints that the program requests, each with a valid response. */
enum Endpoint {
    TOKEN("/oauth/token", "{'access_token': '" + Endpoint.SECRET + "', 'token_type': 'Bearer', 'expires_in': 86400}"),
    OPTIONS("/api/options", "[{'name': 'abs', 'prettyName': 'ABS'}]"),
    CARS("/api/cars", "{'id': 7}"),
    VEHICLES("/resource/m9d7-ebf2.json", "[{'kenteken': 'R759BK', 'voertuigsoort': 'Personenauto'}]"),
    FUELS("/resource/8ys7-d773.json", "[{'kenteken': 'R759BK', 'brandstof_omschrijving': 'Benzine'}]"),
    PHOTO("/a.png", new FriendlyResponse("image/png", PhotoHost.picture("png", 300, 200, Color.RED)));

    /** Token that no other host may receive. */
    static final String SECRET = "token-that-nobody-else-may-see";

    final String path;
    final FriendlyResponse response;

    Endpoint(String path, String json) {
        this(path, FriendlyResponse.json(json.replace('\'', '"')));
    }

    Endpoint(String path, FriendlyResponse response) {
        this.path = path;
        this.response = response;
    }

    /** Returns the beginning of the result that the design demands for a status. */
    String expectedResult(int status) {
        // By HTTP, 204 and 205 have no body, and 407 without a proxy is invalid.
        boolean senseless = status == 204 || status == 205 || status == 407;
        return switch (this) {
            case CARS ->
                switch (status) {
                    case 200, 201, 202 -> "ACCEPTED";
                    case 401, 403 -> "REFUSED, NOT_ALLOWED";
                    case 407, 408 -> "UNKNOWN, SERVER_ERROR";
                    case 429 -> "WAITING, limited";
                    default -> status >= 400 && status < 500 ? "REJECTED" : "UNKNOWN";
                };
            case TOKEN ->
                switch (status) {
                    case 401, 403 -> "sign-in refused, WRONG_CREDENTIALS";
                    case 408 -> "failed, SERVER_ERROR";
                    case 429 -> "limited";
                    default ->
                        senseless || status >= 500 ? "failed" : status < 300 ? "ready" : "sign-in refused, NO_TOKEN";
                };
            case OPTIONS ->
                switch (status) {
                    case 200 -> "ready";
                    case 401, 403 -> "sign-in refused, NOT_ALLOWED";
                    case 429 -> "limited";
                    default -> "failed";
                };
            case VEHICLES -> status == 200 ? "found" : status == 429 ? "limited" : "failed";
            case FUELS -> status == 200 ? "found" : "without its fuels";
            case PHOTO -> status == 200 ? "shown" : "not shown";
        };
    }
}
