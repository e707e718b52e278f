package app.forecourt.ui.photos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.forecourt.model.form.PhotoList;
import app.forecourt.photo.PhotoError;
import app.forecourt.ui.photos.PhotoPreviews.Failed;
import app.forecourt.ui.photos.PhotoPreviews.Fetching;
import app.forecourt.ui.photos.PhotoPreviews.NotRequested;
import app.forecourt.ui.photos.PhotoPreviews.PauseReason;
import app.forecourt.ui.words.Messages;
import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The messages of the photo list. */
class PhotoMessagesTest {
    private static final String FRONT = "https://photos.example/golf/front%20left.jpg?w=400";

    private final PhotoMessages telling = new PhotoMessages(new Messages(Locale.UK, Clock.systemUTC()));

    @ParameterizedTest
    @EnumSource(PhotoError.class)
    void everyErrorHasMessage(PhotoError error) {
        String sentence = telling.detail(FRONT, new Failed(error, 503));
        assertFalse(sentence.isBlank() || sentence.contains("{"), sentence);
    }

    @ParameterizedTest
    @EnumSource(PauseReason.class)
    void everyPauseReasonHasMessage(PauseReason why) {
        assertEquals(why == PauseReason.NONE, telling.pauseReason(why).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({FRONT + ",front left.jpg", "https://a.nl,https://a.nl", "https://a.nl/,https://a.nl/",
        "www.a.nl/1.jpg,www.a.nl/1.jpg", "https://a.nl/a b.jpg,https://a.nl/a b.jpg",
        "https://my_host.nl/1.jpg,https://my_host.nl/1.jpg", "mailto:a@b.nl,mailto:a@b.nl", "x,x"})
    void nameIsLastPartOfAddress(String address, String name) {
        assertEquals(name, telling.name(address));
    }

    @Test
    void detailNamesHost() {
        assertEquals("photos.example", telling.detail(FRONT, new NotRequested()));
        assertEquals("photos.example  ·  fetching…", telling.detail(FRONT, new Fetching()));
        assertEquals("my_host.nl can't be found: is it mistyped, or is there no network? Enter tries again",
                telling.detail("https://my_host.nl/1.jpg", new Failed(PhotoError.NO_HOST, 0)));
        assertEquals("photos.example refused to send it (503)",
                telling.detail(FRONT, new Failed(PhotoError.REFUSED, 503)));
    }

    @ParameterizedTest
    @CsvSource({"http://a.nl/1.jpg,NOT_HTTPS,'Does not begin with https://'",
        FRONT + ",NOT_HTTPS,'Redirects to an address that doesn''t begin with https://'",
        "mailto:a@b.nl,NOT_AN_ADDRESS,Not a web address",
        FRONT + ",NOT_AN_ADDRESS,Redirects to no web address"})
    void redirectIsNamedOnlyAfterFetch(String address, PhotoError error, String sentence) {
        assertEquals(sentence, telling.detail(address, new Failed(error, 0)));
    }

    @Test
    void messagesContainNumbers() {
        assertEquals("", telling.count(0, true));
        assertEquals("One photo  ·  10 are good, 25 are best", telling.count(1, true));
        assertEquals("12 photos  ·  10 are good, 25 are best", telling.count(12, true));
        assertEquals("12 photos", telling.count(12, false));
        assertEquals("One can't be shown", telling.broken(1));
        assertEquals("3 added: 2 were already there", telling.added(new PhotoList.Addition(3, 2)));
        assertEquals("No https address found", telling.added(new PhotoList.Addition(0, 0)));
        assertEquals("", telling.added(new PhotoList.Addition(3, 0)));
        assertEquals("Photo 1 of 3, Main photo, a.jpg, a.nl", telling.accessibleText(1, 3, "a.jpg", "a.nl"));
        assertEquals("Photo 2 of 3, a.jpg, a.nl", telling.accessibleText(2, 3, "a.jpg", "a.nl"));
    }
}
