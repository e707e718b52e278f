package app.forecourt.autochat;

import app.forecourt.autochat.json.ServerTextSanitizer;
import app.forecourt.http.RequestProgress;
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
 * A response of any status, with its body read into memory.
 *
 * @param contentType {@code ""} if the response has none
 * @param body the body as far as it could be read
 * @param fault the reason if the body is incomplete
 */
record RawResponse(int status, Headers headers, String contentType, String body, Optional<IOException> fault) {
    private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e]+");

    /**
     * Makes the call and waits for the response.
     *
     * @throws IOException if there is no response, or one that violates HTTP: OkHttp throws other exceptions at a
     *     negative length or status
     */
    static RawResponse execute(Call<ResponseBody> call, RequestProgress trace) throws IOException {
        try {
            return read(call.execute(), trace);
        } catch (IllegalArgumentException | IllegalStateException invalid) {
            throw new ProtocolException(invalid.getMessage());
        }
    }

    private static RawResponse read(Response<ResponseBody> response, RequestProgress trace) throws IOException {
        try (ResponseBody body = response.isSuccessful() ? response.body() : response.errorBody()) {
            MediaType type = body == null ? null : body.contentType();
            return new RawResponse(
                    response.code(),
                    response.headers(),
                    type == null ? "" : type.toString(),
                    body == null ? "" : body.string(),
                    trace.bodyFault());
        }
    }

    /**
     * Returns a copy without secrets, fit for storage and display. If a body would still reveal a secret after
     * decoding, its displayable text without the secret replaces it.
     */
    RawResponse redacted(Redaction redaction) {
        var clean = new Headers.Builder();
        headers.forEach(header -> {
            // OkHttp accepts invalid header names when reading, but not when building.
            if (NAME.matcher(header.getFirst()).matches()) {
                clean.addUnsafeNonAscii(header.getFirst(), header(header.getSecond(), redaction));
            }
        });
        String type = redaction.redact(contentType);
        String redacted = redaction.redact(body);
        String shown = ServerTextSanitizer.ofResponse(type, redacted);
        String safe = redaction.redact(shown);
        // The mark in front prevents parsing as JSON or HTML, which would decode the text a second time.
        return safe.equals(shown)
                ? new RawResponse(status, clean.build(), type, redacted, fault)
                : new RawResponse(status, clean.build(), "text/plain", Redaction.MARK + " " + safe, fault);
    }

    private static String header(String value, Redaction redaction) {
        String redacted = redaction.redact(value);
        String shown = ServerTextSanitizer.singleLine(redacted);
        String safe = redaction.redact(shown);
        return safe.equals(shown) ? redacted : safe;
    }

    boolean isWhole() {
        return fault.isEmpty();
    }

    SendOutcome.Answer toAnswer() {
        return new SendOutcome.Answer(status, contentType, body);
    }

    /** Omits the body, which can hold a token, from logs. */
    @Override
    public String toString() {
        return "RawResponse[" + status + "]";
    }
}
