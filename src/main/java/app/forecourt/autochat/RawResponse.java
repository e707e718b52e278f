package app.forecourt.autochat;

import app.forecourt.autochat.json.ResponseText;
import app.forecourt.http.RequestTrace;
import app.forecourt.secret.Redaction;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.Optional;
import java.util.regex.Pattern;
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
record RawResponse(int status, Headers headers, String contentType, String body,
        Optional<IOException> fault) {
    private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e]+");

    /**
     * Makes the call and waits.
     *
     * @throws IOException when there is no answer, or one outside HTTP's sense: OkHttp throws other exceptions at a
     *         negative length or status
     */
    static RawResponse to(Call<ResponseBody> call, RequestTrace trip) throws IOException {
        try {
            return read(call.execute(), trip);
        } catch (IllegalArgumentException | IllegalStateException nonsense) {
            throw new ProtocolException(nonsense.getMessage());
        }
    }

    private static RawResponse read(Response<ResponseBody> response, RequestTrace trip) throws IOException {
        try (ResponseBody body = response.isSuccessful() ? response.body() : response.errorBody()) {
            MediaType type = body == null ? null : body.contentType();
            return new RawResponse(response.code(), response.headers(), type == null ? "" : type.toString(),
                    body == null ? "" : body.string(), trip.bodyFault());
        }
    }

    /**
     * The same without secrets, fit to be kept and shown. A body whose readers would still put a secret together is
     * replaced by its texts as a window shows them, without the secret.
     */
    RawResponse without(Redaction redaction) {
        var clean = new Headers.Builder();
        headers.forEach(header -> {
            // OkHttp reads headers whose name is none, and does not write them.
            if (NAME.matcher(header.getFirst()).matches()) {
                clean.addUnsafeNonAscii(header.getFirst(), header(header.getSecond(), redaction));
            }
        });
        String type = redaction.of(contentType);
        String kept = redaction.of(body);
        String shown = ResponseText.ofAnswer(type, kept);
        String safe = redaction.of(shown);
        // The mark in front keeps readers from taking it for JSON or a page, which would be decoded once more.
        return safe.equals(shown) ? new RawResponse(status, clean.build(), type, kept, fault)
                : new RawResponse(status, clean.build(), "text/plain", Redaction.MARK + " " + safe, fault);
    }

    private static String header(String value, Redaction redaction) {
        String kept = redaction.of(value);
        String shown = ResponseText.of(kept);
        String safe = redaction.of(shown);
        return safe.equals(shown) ? kept : safe;
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
