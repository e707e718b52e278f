package app.forecourt.sharing.connection;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.sharing.connection.ServerAddress.Encryption;
import app.forecourt.sharing.connection.ServerAddressParser.Problem;
import app.forecourt.sharing.connection.ServerAddressParser.Result.Faulty;
import app.forecourt.sharing.connection.ServerAddressParser.Result.Usable;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Test of pasted addresses of databases. */
class ServerAddressParserTest {

    private static Usable usable(String text) {
        return assertInstanceOf(Usable.class, ServerAddressParser.parse(text));
    }

    @Test
    void readsEachPart() {
        Usable result = usable(" postgresql://anna:s%C3%A9same@db.example:6543/stock?sslrootcert=/etc/ca.pem ");
        assertEquals(
                new ServerAddress(
                        "db.example", 6543, "stock", "anna", Encryption.VERIFIED, Optional.of(Path.of("/etc/ca.pem"))),
                result.address());
        assertEquals(Optional.of("sésame"), result.password());
    }

    @Test
    void portAndPasswordAreOptional() {
        Usable result = usable("postgres://anna@db.example/stock");
        assertEquals(5432, result.address().port());
        assertEmpty(result.password());
    }

    @Test
    void unescapedPasswordIsReadUpToLastAt() {
        Usable result = usable("postgresql://anna:p@ss:w+rd@db.example/stock");
        assertEquals(Optional.of("p@ss:w+rd"), result.password());
        assertEquals("db.example", result.address().host());
    }

    @Test
    void optionsReplaceParts() {
        assertEquals(
                usable("postgresql://anna:x@db.example:1/stock"),
                usable("postgresql://?host=db.example&port=1&user=anna&password=x&dbname=stock"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', VERIFIED",
        "sslmode=verify-full, VERIFIED",
        "sslmode=verify-ca, VERIFIED_ISSUER",
        "sslmode=require, UNVERIFIED",
        "sslmode=require&sslrootcert=ca.pem, VERIFIED_ISSUER",
        "sslmode=prefer, VERIFIED",
        "sslmode=allow, VERIFIED",
        "sslmode=disable, VERIFIED",
        "sslrootcert=system, VERIFIED",
        "application_name=x&channel_binding=require, VERIFIED"
    })
    void encryptionFollowsFromOptions(String options, Encryption encryption) {
        assertEquals(
                encryption,
                usable("postgresql://anna@db.example/stock?" + options)
                        .address()
                        .encryption());
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, NONE",
        "127.0.0.1, NONE",
        "[::1], NONE",
        "LocalHost, NONE",
        "127.0.0.1.example, VERIFIED",
        "localhost.example, VERIFIED",
        "10.0.0.1, VERIFIED"
    })
    void onlyLoopbackNeedsNoEncryption(String host, Encryption encryption) {
        assertEquals(
                encryption,
                usable("postgresql://anna@" + host + "/stock").address().encryption());
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "db.example, NO_POSTGRESQL_ADDRESS",
        "https://db.example/stock, NO_POSTGRESQL_ADDRESS",
        "postgresql://anna@/stock, NO_HOST",
        "postgresql:///stock?host=/run, NO_USER",
        "postgresql://anna@a.example/, NO_DATABASE",
        "postgresql://a.example/stock, NO_USER",
        "postgresql://anna@a.example:99999/stock, BAD_PORT",
        "postgresql://anna@a.example:x/stock, BAD_PORT",
        "postgresql://anna@a.example:0/stock, BAD_PORT",
        "'postgresql://anna@a,b/stock', SEVERAL_HOSTS",
        "postgresql://anna@%2Frun/stock, NO_HOST",
        "postgresql://an%zz@a.example/stock, BAD_ESCAPE",
        "postgresql://anna@a.example/stock?sslmode=of-course, UNKNOWN_SSL_MODE",
        "postgresql://anna@a.example/stock?sslkey=x, UNKNOWN_OPTION"
    })
    void saysWhatIsWrong(String text, Problem problem) {
        assertEquals(
                problem,
                assertInstanceOf(Faulty.class, ServerAddressParser.parse(text)).problem());
    }

    @Test
    void passwordWithQuestionMarkIsNotQuoted() {
        Faulty faulty = assertInstanceOf(
                Faulty.class, ServerAddressParser.parse("postgresql://anna:Top?secret@a.example/stock"));
        assertFalse(faulty.toString().contains("secret"), faulty.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://anna@db.example:6543/my%20stock?sslmode=verify-ca&sslrootcert=C%3A%2Fca%20x.pem",
                "postgresql://an%40na@[::1]:5432/st%2Fock?sslmode=disable",
                "postgresql://anna@db.example:5432/stock?sslmode=require"
            })
    void textIsReadBack(String text) {
        assertEquals(
                text.replace("%3A", ":").replace("%2Fca", "/ca"),
                usable(text).address().text().replace("%3A", ":").replace("%2Fca", "/ca"));
    }

    @Test
    void noTextHasThePassword() {
        String password = "ge%20heim";
        Usable result = usable("postgresql://anna:" + password + "@db.example/stock");
        for (String text : new String[] {
            result.toString(),
            result.address().toString(),
            result.address().text(),
            ServerAddressParser.parse("postgresql://anna:" + password + "@db.example:x/stock")
                    .toString(),
            ServerAddressParser.parse("postgresql://anna:" + password + "%zz@db.example/stock")
                    .toString(),
            ServerAddressParser.parse("postgresql://anna@db.example/stock?pw=" + password)
                    .toString()
        }) {
            assertFalse(text.contains("heim"), text);
        }
    }
}
