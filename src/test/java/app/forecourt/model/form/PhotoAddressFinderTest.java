package app.forecourt.model.form;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.testing.Cases;
import app.forecourt.testing.LongWait;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of finding photo addresses in a pasted text. */
class PhotoAddressFinderTest {
    private static final String ONE = "https://a.nl/1.jpg";
    private static final String TWO = "https://b.nl/two?w=9&h=4";
    private static final List<String> BOTH = List.of(ONE, TWO);

    @ParameterizedTest
    @ValueSource(
            strings = {
                ONE + "\n" + TWO,
                ONE + "\r\n\r\n  " + TWO + "\r\n",
                ONE + " " + TWO,
                ONE + "," + TWO,
                ONE + "; " + TWO,
                ONE + "|" + TWO + "|",
                "[\"" + ONE + "\",\"" + TWO + "\"]",
                "['" + ONE + "','" + TWO + "']",
                "Photos: " + ONE + ", and " + TWO + ".",
                "<" + ONE + "> <" + TWO + ">",
                "(" + ONE + ") (" + TWO + ")",
                ONE + "\t" + TWO + "\n" + ONE,
                "![front](" + ONE + ")\n![back](" + TWO + ")"
            })
    void addressesAreFoundInText(String text) {
        assertEquals(BOTH, PhotoAddressFinder.find(text, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://cdn.nl/w_400,h_300/1.jpg",
                "https://a.nl/photo_(1)",
                "https://a.nl/?u=https://b.nl/1.jpg",
                "https://a.nl/d'or.jpg",
                "HTTPS://A.NL/1.JPG",
                "http://a.nl/1.jpg",
                "https://a.nl/a;b=1/2.jpg",
                "https://münchen.de/ü.jpg"
            })
    void innerPunctuationStays(String address) {
        assertEquals(List.of(address), PhotoAddressFinder.find(address + "\n", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a nice car",
                "www.a.nl/1.jpg",
                "file:///C:/1.jpg",
                "C:\\1.jpg",
                "xhttps://a",
                "data:image/png;base64,AAAA"
            })
    void textWithoutAddressGivesNone(String text) {
        assertEmpty(PhotoAddressFinder.find(text, ""));
    }

    @Test
    void picturesOfPageAreFound() {
        String page = """
                <html><body><!--StartFragment--><h1>Golf</h1>
                <img alt="a > b" class=x src="https://a.nl/1.jpg"><IMG SRC='https://b.nl/two?w=9&amp;h=4'>
                <img src=https://a.nl/1.jpg><img src="/relative.jpg"><img src="data:image/gif;base64,R0">
                <a href="https://a.nl/page.html">more</a></body></html>""";
        assertEquals(BOTH, PhotoAddressFinder.find("Golf", page));
        assertEquals(BOTH, PhotoAddressFinder.find("Golf\nhttps://a.nl/page.html", page), "the link of a picture");
        assertEquals(List.of("https://c.nl/3.png"), PhotoAddressFinder.find("https://c.nl/3.png", page));
    }

    @Test
    void lazyPicturesAreFound() {
        assertEquals(
                BOTH,
                PhotoAddressFinder.find(
                        "",
                        "<img src='data:image/gif;base64,R0' data-src='" + ONE + "'>" + "<img data-original=\"" + TWO
                                + "\" src='wait.gif'>"));
    }

    @Test
    void linkedPictureReplacesThumbnail() {
        assertEquals(
                List.of(ONE, "https://a.nl/small3.jpg"),
                PhotoAddressFinder.find(
                        "",
                        "<a href='" + ONE + "'><img src='https://a.nl/small1.jpg'></a>"
                                + "<a href='https://a.nl/page'><img src='https://a.nl/small3.jpg'></a>"));
    }

    @Test
    void invalidEntityStaysInAddress() {
        assertEquals(
                List.of("https://a.nl/&#x110000;.jpg", ONE),
                PhotoAddressFinder.find("", "<img src='https://a.nl/&#x110000;.jpg'><img src='" + ONE + "'>"));
    }

    @Test
    @Timeout(value = LongWait.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void longRowOfDotsIsFast() {
        String address = "https://a.nl/" + ".".repeat(500_000) + "x";
        assertEquals(List.of(address), PhotoAddressFinder.find(address + "...", ""));
    }

    @Test
    void textLinksAreUsedWithoutPictures() {
        assertEquals(
                List.of("https://a.nl/photo/1"),
                PhotoAddressFinder.find("https://a.nl/photo/1", "<a href='https://a.nl/photo/1'>here</a>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<img src=\"", "<a ", "https://", "https://a.nl/(", ",https://", "<img ", "src='", "é"})
    @Timeout(value = LongWait.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void largeNonsenseIsFast(String part) {
        String text = part.repeat(Cases.times(200_000, 1_000_000) / part.length());
        PhotoAddressFinder.find(text, text);
    }

    /** Covers punctuation inside an address. Backtracking once took half an hour. */
    @Test
    @Timeout(value = LongWait.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void longRowOfColonsIsFast() {
        String address = "https://a.nl/" + ":".repeat(1_000_000) + "x";
        assertEquals(List.of(address), PhotoAddressFinder.find(address + ";;", ""));
    }
}
