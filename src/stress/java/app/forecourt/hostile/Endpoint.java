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
}
