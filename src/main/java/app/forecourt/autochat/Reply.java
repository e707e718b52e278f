package app.forecourt.autochat;

import app.forecourt.http.Trip;
import java.io.IOException;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Response;

/**
 * An answer of any status, read.
 *
 * @param contentType {@code ""} when none was given
 * @param body as far as it could be read
 * @param fault why the body is not whole, if it isn't
 */
record Reply(int status, Headers headers, String contentType, String body, Optional<IOException> fault) {

    /** Makes the call and waits. */
    static Reply to(Call<ResponseBody> call, Trip trip) throws IOException {
        Response<ResponseBody> response = call.execute();
        try (ResponseBody body = response.isSuccessful() ? response.body() : response.errorBody()) {
            MediaType type = body == null ? null : body.contentType();
            return new Reply(response.code(), response.headers(), type == null ? "" : type.toString(),
                    body == null ? "" : body.string(), trip.bodyFault());
        }
    }

    boolean isWhole() {
        return fault.isEmpty();
    }

    SendOutcome.Answer answer() {
        return new SendOutcome.Answer(status, contentType, body);
    }

    /** Keeps bodies, which can hold a token, out of logs. */
    @Override
    public String toString() {
        return "Reply[" + status + "]";
    }
}
