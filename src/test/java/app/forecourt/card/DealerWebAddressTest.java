package app.forecourt.card;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Web addresses of dealers and their QR codes. */
class DealerWebAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://dealer.example, https://dealer.example/, dealer.example",
        "dealer.example/cars, https://dealer.example/cars, dealer.example/cars",
        "http://www.dealer.example/?a=b, http://www.dealer.example/?a=b, www.dealer.example/?a=b",
        "autohaus-müller.example, https://xn--autohaus-mller-psb.example/, autohaus-müller.example"
    })
    void addressIsRead(String typed, String url, String shortText) {
        DealerWebAddress address = DealerWebAddress.parse(" " + typed + " ").orElseThrow();
        assertEquals(url, address.url());
        assertEquals(shortText, address.shortText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "dealer",
                "ftp://dealer.example",
                "javascript:alert(1)",
                "https://",
                "https://me:secret@dealer.example",
                "me@dealer.example",
                "two words.example"
            })
    void otherTextsAreRefused(String typed) {
        assertEmpty(DealerWebAddress.parse(typed));
    }

    @Test
    void tooLongAddressIsRefused() {
        assertTrue(DealerWebAddress.parse("https://dealer.example/" + "a".repeat(177))
                .isPresent());
        assertEmpty(DealerWebAddress.parse("https://dealer.example/" + "a".repeat(178)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 50, 177})
    void codeIsReadAgain(int length) throws Exception {
        String url = DealerWebAddress.parse("https://dealer.example/" + "a".repeat(length))
                .orElseThrow()
                .url();
        QrCode code = QrCode.of(url).orElseThrow();
        BitMatrix modules = new BitMatrix(code.size());
        for (int module = 0; module < code.size() * code.size(); module++) {
            if (code.isDark(module % code.size(), module / code.size())) {
                modules.set(module % code.size(), module / code.size());
            }
        }
        assertEquals(url, new Decoder().decode(modules).getText());
    }
}
