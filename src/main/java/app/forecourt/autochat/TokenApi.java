package app.forecourt.autochat;

import app.forecourt.autochat.token.AutochatConnection;
import app.forecourt.http.RequestProgress;
import com.fasterxml.jackson.annotation.JsonProperty;
import okhttp3.HttpUrl;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import retrofit2.http.Tag;
import retrofit2.http.Url;

/** The token endpoint: Auth0's client credentials grant. */
interface TokenApi {

    /** Requests a token from the given address. */
    @Headers("Accept: application/json")
    @POST
    Call<ResponseBody> token(@Url HttpUrl address, @Body Credentials credentials, @Tag RequestProgress trace);

    /** The body of a token request. */
    record Credentials(
            @JsonProperty("client_id") String clientId,
            @JsonProperty("client_secret") String clientSecret,
            @JsonProperty("audience") String audience,
            @JsonProperty("grant_type") String grantType) {

        static Credentials of(AutochatConnection connection) {
            return new Credentials(
                    connection.clientId(), connection.clientSecret(), TokenProvider.AUDIENCE, "client_credentials");
        }

        /** Keeps the secret out of logs. */
        @Override
        public String toString() {
            return "Credentials";
        }
    }
}
