package app.forecourt.sharing.server;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.sharing.server.ServerAddressParser.Problem;
import app.forecourt.sharing.server.ServerAddressParser.Result.Faulty;
import app.forecourt.sharing.server.ServerAddressParser.Result.Usable;
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
        Usable result = usable(" postgresql://anna:s%C3%A9same@my_db.example:6543/stock?sslrootcert=/etc/ca.pem ");
        assertEquals(
                new ServerAddress("my_db.example", 6543, "stock", "anna", true, Optional.of(Path.of("/etc/ca.pem"))),
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
    void optionsReplaceParts() {
        assertEquals(
                usable("postgresql://anna:x@db.example:1/stock"),
                usable("postgresql://?host=db.example&port=1&user=anna&password=x&dbname=stock"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sslmode=verify-full",
                "sslmode=verify-ca",
                "sslmode=require",
                "sslmode=prefer",
                "sslmode=disable",
                "sslmode=of-course",
                "sslrootcert=system",
                "application_name=x&channel_binding=require&sslkey=x"
            })
    void otherComputerIsAlwaysVerified(String options) {
        assertEquals(
                "postgresql://anna@db.example:5432/stock?sslmode=verify-full",
                usable("postgresql://anna@db.example/stock?" + options)
                        .address()
                        .text());
    }

    @ParameterizedTest
    @CsvSource({
        "localhost/stock, false",
        "127.0.0.1/stock, false",
        "[::1]/stock, false",
        "LocalHost/stock?sslmode=disable, false",
        "localhost/stock?sslmode=require, true",
        "localhost/stock?sslrootcert=/etc/ca.pem, true",
        "127.0.0.1.example/stock?sslmode=disable, true",
        "localhost.example/stock, true",
        "10.0.0.1/stock, true"
    })
    void onlyLoopbackNeedsNoEncryption(String rest, boolean isEncrypted) {
        assertEquals(isEncrypted, usable("postgresql://anna@" + rest).address().isEncrypted());
    }

    @ParameterizedTest
    @CsvSource({
        "'', UNREADABLE",
        "db.example, UNREADABLE",
        "https://db.example/stock, UNREADABLE",
        "postgresql://anna@/stock, NO_HOST",
        "postgresql://anna@/stock?host=/run, NO_HOST",
        "postgresql://anna@%2Frun/stock, NO_HOST",
        "'postgresql://anna@db. example/stock', NO_HOST",
        "'postgresql://anna@a,b/stock', NO_HOST",
        "postgresql://anna@a.example/, NO_DATABASE",
        "postgresql://a.example/stock, NO_USER",
        "postgresql://anna@a.example:99999/stock, BAD_PORT",
        "postgresql://anna@a.example:x/stock, BAD_PORT",
        "postgresql://anna@a.example:0/stock, BAD_PORT",
        "postgresql://an%zz@a.example/stock, UNREADABLE",
        "postgresql://anna@a.example/stock?sslrootcert=a%00b, UNREADABLE"
    })
    void saysWhatIsWrong(String text, Problem problem) {
        assertEquals(new Faulty(problem), ServerAddressParser.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://anna@db.example:6543/my%20stock?sslmode=verify-full&sslrootcert=C%3A%2Fca%20x.pem",
                "postgresql://an%40na@[::1]:5432/st%2Fock?sslmode=disable",
                "postgresql://anna@my_db:5432/stock?sslmode=verify-full"
            })
    void textIsReadBack(String text) {
        assertEquals(
                text.replace("%3A", ":").replace("%2Fca", "/ca"),
                usable(text).address().text().replace("%3A", ":").replace("%2Fca", "/ca"));
    }
}
