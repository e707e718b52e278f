package app.forecourt.photo.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.forecourt.photo.store.StoreSettings.Kind;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the settings of a store and of paths below it. */
class StoreSettingsTest {
    private static final String PUBLIC = "https://dealer.example/cars";

    private static StoreSettings settings(Kind kind, String address) {
        return new StoreSettings(kind, address, 0, "cars", "dealer", PUBLIC);
    }

    private static String fault(StoreSettings settings) {
        return settings.check()
                .map(finding -> finding.field() + " " + finding.fault())
                .orElse("");
    }

    @ParameterizedTest
    @EnumSource
    void rightSettingsHaveNoFault(Kind kind) {
        assertEquals("", fault(settings(kind, " web.example ")));
        assertEquals(kind == Kind.SFTP ? 22 : 21, settings(kind, "web.example").usedPort());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "SFTP,'',ADDRESS MISSING",
                "SFTP,web example,ADDRESS INVALID",
                "FTPS,dealer@web.example,ADDRESS HAS_USER",
                "FTPS,-x,ADDRESS INVALID",
                "SFTP,https://web.example/dav,ADDRESS INVALID"
            })
    void wrongAddressIsFound(Kind kind, String address, String expected) {
        assertEquals(expected, fault(settings(kind, address)));
    }

    @ParameterizedTest
    @CsvSource({
        "70000,cars,dealer,https://x.example,PORT INVALID",
        "0,../cars,dealer,https://x.example,FOLDER INVALID",
        "0,car?,dealer,https://x.example,FOLDER INVALID",
        "0,cars,'',https://x.example,USER MISSING",
        "0,cars,dealer,'',PUBLIC_ADDRESS MISSING",
        "0,cars,dealer,http://x.example,PUBLIC_ADDRESS NOT_HTTPS"
    })
    void otherWrongFieldIsFound(int port, String folder, String user, String publicAddress, String expected) {
        assertEquals(expected, fault(new StoreSettings(Kind.SFTP, "web.example", port, folder, user, publicAddress)));
    }

    /** FTP ends a command at a line break, so that the rest would be another command. */
    @Test
    void lineBreakInFolderOrUserIsInvalid() {
        assertEquals(
                "FOLDER INVALID",
                fault(new StoreSettings(Kind.FTPS, "web.example", 0, "a\r\nDELE b", "dealer", PUBLIC)));
        assertEquals("USER INVALID", fault(new StoreSettings(Kind.FTPS, "web.example", 0, "", "a\nb", PUBLIC)));
    }

    @Test
    void pastedSchemeAndPathAreNoPartOfTheHost() {
        assertEquals("web.example", settings(Kind.FTPS, "ftp://Web.example/").host());
        assertEquals(
                "2001:db8::1", settings(Kind.SFTP, "sftp://[2001:db8::1]/x").host());
    }

    @Test
    void foldersAndAddressesAreJoinedByOneSlash() {
        assertEquals("/", new StoreSettings(Kind.SFTP, "x", 0, "/", "u", PUBLIC).folderPath());
        var settings = new StoreSettings(Kind.SFTP, "x", 0, "/a/", "u", PUBLIC + "/");
        assertEquals("/a", settings.folderPath());
        assertEquals(URI.create(PUBLIC + "/a/b.jpg"), settings.publicAddress("a/b.jpg"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.jpg",
                "a/b/c.jpg",
                "../a.jpg",
                "a/..jpg",
                "/a/b.jpg",
                "a/b.php",
                "a/b c.jpg",
                "a/b.jpg\r\nDELE x",
                "a/.b.jpg"
            })
    void oddPathIsRefused(String path) {
        assertThrows(IllegalArgumentException.class, () -> PhotoStorePath.of(path));
    }
}
