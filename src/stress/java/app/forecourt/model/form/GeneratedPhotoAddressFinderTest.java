package app.forecourt.model.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.http.UrlPolicy;
import app.forecourt.photo.PhotoFetch;
import app.forecourt.proof.GeneratedInputs;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Test with generated pastes of photos and generated typed addresses. */
@Tag("stress")
class GeneratedPhotoAddressFinderTest {
    private static final List<String> PASTED = List.of(
            "https://a.nl/1.jpg\nhttps://a.nl/2.png?w=100#x",
            "See https://a.nl/1.jpg, and (https://b.example:8443/2.webp).",
            "[\"https://a.nl/1.jpg\",'https://a.nl/2.jpg';https://a.nl/3.jpg|HTTPS://A.NL/4.JPG]",
            "<a href=\"https://a.nl/large.jpg\"><img src='https://a.nl/small.jpg' alt=\"a > b\"></a>"
                    + "<img data-src=https://a.nl/late.jpg src=\"data:image/gif;base64,AAAA\">");
    private static final List<String> ADDRESSES = List.of(
            "https://staging.autochat.ai/api/cars",
            "http://127.0.0.1:8080",
            "http://[::1]:80/",
            "staging.autochat.ai",
            "https://user:pass@a.nl/",
            "https://a.nl/?q=1#f",
            "http://localhost/api/docs.html",
            "https://xn--mnchen-3ya.de",
            "https://m\u00fcnchen.de");

    @Test
    void generatedTextsThrowNothing() {
        var generated = new GeneratedInputs();
        generated.checkTexts("photos that are pasted", PASTED, text -> {
            List<String> found = PhotoAddressFinder.find(text, text);
            assertEquals(found.size(), found.stream().distinct().count());
            found.forEach(address -> {
                assertTrue(address.regionMatches(true, 0, "http", 0, 4), address);
                PhotoFetch.addressError(address);
                PhotoFetch.host(address);
            });
        });
        generated.checkTexts("address in the settings", ADDRESSES, text -> {
            UrlPolicy.host(text);
            if (UrlPolicy.checkRoot(text) instanceof UrlPolicy.Result.Allowed(var uri)) {
                UrlPolicy.host(text)
                        .ifPresent(host -> assertEquals(
                                host, UrlPolicy.host(uri.toString()).orElseThrow()));
                assertInstanceOf(UrlPolicy.Result.Allowed.class, UrlPolicy.checkRoot(uri.toString()));
                assertTrue(
                        uri.getScheme().equals("https")
                                || UrlPolicy.isLoopback(
                                        UrlPolicy.host(uri.toString()).orElseThrow()),
                        uri::toString);
            }
            if (UrlPolicy.checkAddress(text) instanceof UrlPolicy.Result.Allowed(var uri)) {
                assertEquals(new UrlPolicy.Result.Allowed(uri), UrlPolicy.checkAddress(uri.toString()));
            }
        });
    }
}
