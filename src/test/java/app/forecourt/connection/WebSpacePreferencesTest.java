package app.forecourt.connection;

import static app.forecourt.settings.Setting.PHOTO_ADDRESS;
import static app.forecourt.settings.Setting.PHOTO_PUBLIC_ADDRESS;
import static app.forecourt.settings.Setting.PHOTO_SECRET;
import static app.forecourt.settings.Setting.PHOTO_STORE;
import static app.forecourt.settings.Setting.PHOTO_USER;
import static app.forecourt.settings.Setting.TOKEN_ADDRESS;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.settings.Preferences;
import app.forecourt.testing.TestHome;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The web space by the preferences, and the address that its password belongs to. */
class WebSpacePreferencesTest {
    @RegisterExtension
    final TestHome home = new TestHome();

    private Preferences preferences;
    private WebSpacePreferences webSpace;

    @BeforeEach
    void setUp() {
        preferences = home.preferences();
        webSpace = new WebSpacePreferences(preferences, home.vault());
        preferences.put(PHOTO_STORE, "sftp");
        preferences.put(PHOTO_ADDRESS, "ssh.dealer.example");
        preferences.put(PHOTO_USER, "dealer");
        preferences.put(PHOTO_PUBLIC_ADDRESS, "https://www.dealer.example/photos");
    }

    private void storePassword() {
        home.vault().put(PHOTO_SECRET, "s3cret").join();
    }

    @Test
    void isSetUpWithPasswordAndWithoutFault() {
        assertFalse(webSpace.isSetUp(), "no password");
        storePassword();
        assertTrue(webSpace.isSetUp());
        preferences.put(PHOTO_PUBLIC_ADDRESS, "http://www.dealer.example");
        assertFalse(webSpace.isSetUp(), "fault");
        preferences.put(PHOTO_STORE, "");
        assertFalse(webSpace.isSetUp());
        assertEmpty(webSpace.validSettings());
    }

    @Test
    void passwordIsBoundToTheAddressItWasTypedFor() {
        storePassword();
        preferences.put(TOKEN_ADDRESS, "https://elsewhere.example/token");
        assertEquals("s3cret", webSpace.secret(), "the sign-in at AutoChat is another matter");
        preferences.put(PHOTO_ADDRESS, "ssh.elsewhere.example");
        assertEquals("", webSpace.secret());
        assertFalse(webSpace.isSetUp());
        assertFalse(home.vault().hasSecretForOtherAddress(), "client secrets only");
        assertEquals(Optional.of("ssh.dealer.example"), home.vault().otherAddress(PHOTO_SECRET));
    }

    @Test
    void boundPasswordIsReadAgainAfterRestart() {
        storePassword();
        home.close();
        webSpace = new WebSpacePreferences(home.preferences(), home.vault());
        home.vault().open();
        home.vault().awaitOpened();
        assertEquals("s3cret", webSpace.secret());
        assertTrue(webSpace.isSetUp());
    }

    /** The queue of photos asks within its lock, for each photo. */
    @Test
    void isSetUpDoesNotWaitForTheKeychain() {
        storePassword();
        home.close();
        // The vault is not opened here.
        webSpace = new WebSpacePreferences(home.preferences(), home.vault());
        assertTrue(webSpace.isSetUp());
    }
}
