package app.forecourt.photo.store;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.forecourt.http.HttpClients;
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
        return new StoreSettings(kind, address, 0, "cars", "dealer", PUBLIC, "bucket", "");
    }

    private static String fault(StoreSettings settings) {
        return settings.check()
                .map(finding -> finding.field() + " " + finding.fault())
                .orElse("");
    }

    @ParameterizedTest
    @EnumSource
    void rightSettingsHaveNoFault(Kind kind) {
        boolean isHost = kind == Kind.SFTP || kind == Kind.FTPS;
        assertEquals("", fault(settings(kind, isHost ? "web.example" : "https://web.example/dav")));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "SFTP,'',ADDRESS MISSING",
                "SFTP,web example,ADDRESS INVALID",
                "FTPS,dealer@web.example,ADDRESS HAS_USER",
                "FTPS,-x,ADDRESS INVALID",
                "WEBDAV,'',ADDRESS MISSING",
                "WEBDAV,web.example,ADDRESS NOT_HTTPS",
                "WEBDAV,http://web.example/dav,ADDRESS NOT_HTTPS",
                "WEBDAV,http://127.0.0.1:8080/dav,''",
                "WEBDAV,https://a:b@web.example,ADDRESS HAS_USER",
                "S3,https://web.example/?x=1,ADDRESS INVALID",
                "S3,http://web.example,ADDRESS NOT_HTTPS"
            })
    void wrongAddressIsFound(Kind kind, String address, String expected) {
        assertEquals(expected, fault(settings(kind, address)));
    }

    @ParameterizedTest
    @CsvSource({
        "70000,cars,dealer,https://x.example,bucket,'',PORT INVALID",
        "0,../cars,dealer,https://x.example,bucket,'',FOLDER INVALID",
        "0,car?,dealer,https://x.example,bucket,'',FOLDER INVALID",
        "0,cars,'',https://x.example,bucket,'',USER MISSING",
        "0,cars,dealer,'',bucket,'',PUBLIC_ADDRESS MISSING",
        "0,cars,dealer,http://x.example,bucket,'',PUBLIC_ADDRESS NOT_HTTPS",
        "0,cars,dealer,https://x.example,'','',BUCKET MISSING",
        "0,cars,dealer,https://x.example,a/b,'',BUCKET INVALID",
        "0,cars,dealer,https://x.example,bucket,EU West,REGION INVALID"
    })
    void otherWrongFieldIsFound(
            int port, String folder, String user, String publicAddress, String bucket, String region, String expected) {
        assertEquals(
                expected,
                fault(new StoreSettings(
                        Kind.S3, "https://s3.example", port, folder, user, publicAddress, bucket, region)));
    }

    /** FTP ends a command at a line break, so that the rest would be another command. */
    @Test
    void lineBreakInFolderOrUserIsInvalid() {
        assertEquals(
                "FOLDER INVALID",
                fault(new StoreSettings(Kind.FTPS, "web.example", 0, "a\r\nDELE b", "dealer", PUBLIC, "", "")));
        assertEquals("USER INVALID", fault(new StoreSettings(Kind.FTPS, "web.example", 0, "", "a\nb", PUBLIC, "", "")));
    }

    @Test
    void basicUserHasNoColon() {
        assertEquals(
                "USER INVALID",
                fault(new StoreSettings(Kind.WEBDAV, "https://web.example", 0, "", "a:b", PUBLIC, "", "")));
    }

    @Test
    void pastedSchemeAndPathAreNoPartOfTheHost() {
        assertEquals("web.example", settings(Kind.FTPS, "ftp://Web.example/").host());
        assertEquals(
                "2001:db8::1", settings(Kind.SFTP, "sftp://[2001:db8::1]/x").host());
    }

    @Test
    void usualPortDependsOnKind() {
        assertEquals(22, settings(Kind.SFTP, "web.example").usedPort());
        assertEquals(21, settings(Kind.FTPS, "web.example").usedPort());
    }

    @Test
    void rootStaysRoot() {
        assertEquals("/", new StoreSettings(Kind.SFTP, "x", 0, "/", "u", PUBLIC, "", "").folderPath());
        assertEquals("/a", new StoreSettings(Kind.SFTP, "x", 0, "/a/", "u", PUBLIC, "", "").folderPath());
    }

    @Test
    void publicAddressIsJoinedByOneSlash() {
        assertEquals(
                URI.create(PUBLIC + "/a/b.jpg"),
                new StoreSettings(Kind.SFTP, "x", 0, "", "u", PUBLIC + "/", "", "").publicAddress("a/b.jpg"));
    }

    @Test
    void webRootHasBucketAndFolder() {
        assertEquals(
                "https://s3.example/bucket/cars",
                settings(Kind.S3, "https://s3.example/").webRoot("bucket").toString());
        assertEquals(
                "https://web.example/dav%20x/cars",
                settings(Kind.WEBDAV, "https://web.example/dav x").webRoot("").toString());
    }

    @Test
    void wrongSettingsOpenNoStore() {
        assertThrows(
                IllegalArgumentException.class,
                () -> PhotoStores.open(
                        settings(Kind.SFTP, ""), "secret", HostIdentities.inMemory(), new HttpClients("test")));
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
        assertThrows(IllegalArgumentException.class, () -> StorePath.of(path));
    }

    @Test
    void temporaryNameIsNoPhoto() {
        StorePath path = StorePath.of("a8f3/3b9c.jpg");
        assertEquals("a8f3", path.folder());
        assertEquals("3b9c.jpg.part", path.temporaryName());
    }

    @Test
    void fieldsAreStripped() {
        assertEmpty(settings(Kind.SFTP, " web.example ").check());
    }
}
