package app.forecourt.model.photos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.photo.store.StoreSettings.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The addresses that are shown when the kind of web space is changed. */
class TypedAddressesTest {
    @Test
    void eachKindKeepsItsOwnAddress() {
        TypedAddresses addresses = new TypedAddresses(Optional.of(Kind.SFTP));
        assertEquals("", addresses.choose(Kind.WEBDAV, "ssh.host.example"));
        assertEquals("ssh.host.example", addresses.choose(Kind.SFTP, "https://dav.host.example"));
        assertEquals("https://dav.host.example", addresses.choose(Kind.WEBDAV, "ssh.host.example"));
    }

    @Test
    void ownAddressStaysWhateverItsScheme() {
        TypedAddresses addresses = new TypedAddresses(Optional.of(Kind.SFTP));
        assertEquals("https://typo.example", addresses.choose(Kind.S3, "https://typo.example"));
        assertEquals("https://typo.example", addresses.choose(Kind.SFTP, "https://s3.example"));
        assertEquals("https://s3.example", addresses.choose(Kind.S3, "https://typo.example"));
    }

    @Test
    void hostIsKeptForAnotherKindOfHost() {
        TypedAddresses addresses = new TypedAddresses(Optional.of(Kind.SFTP));
        assertEquals("", addresses.choose(Kind.S3, "host.example"));
        assertEquals("host.example", addresses.choose(Kind.FTPS, ""));
    }

    @Test
    void addressWithoutAKindWaitsForOneThatTakesIt() {
        TypedAddresses addresses = new TypedAddresses(Optional.empty());
        assertEquals("", addresses.choose(Kind.WEBDAV, "host.example"));
        assertEquals("host.example", addresses.choose(Kind.FTPS, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "SFTP, host.example, true",
        "SFTP, sftp://host.example, true",
        "SFTP, SSH://host.example, true",
        "SFTP, ftps://host.example, false",
        "SFTP, https://host.example, false",
        "FTPS, host.example, true",
        "FTPS, ftp://host.example, true",
        "FTPS, sftp://host.example, false",
        "WEBDAV, https://host.example, true",
        "WEBDAV, http://localhost, true",
        "WEBDAV, host.example, false",
        "S3, https://host.example, true",
        "S3, ftp://host.example, false"
    })
    void schemeTellsTheKind(Kind kind, String address, boolean isTaken) {
        assertEquals(isTaken, kind.takes(address));
    }
}
