package app.forecourt.sharing;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.forecourt.sharing.server.ServerAddressParser.Problem;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Test of typed and pasted values of a shared stock. */
class SharedStockSettingsInputTest {
    private static final String ROOT = Path.of("ca.pem").toAbsolutePath().toString();

    private static SharedStockSettingsInput typed(String address) {
        return new SharedStockSettingsInput(address, "", "", "Anna, desk 2");
    }

    @ParameterizedTest
    @CsvSource({"s%C3%A9same, sésame", "p@ss:w+rd, p@ss:w+rd", "100%25, 100%", "'a b', 'a b'", "%20edge%20, ' edge '"})
    void passwordGetsItsOwnField(String written, String password) {
        SharedStockSettingsInput pasted =
                typed("postgresql://anna:" + written + "@db.example/stock?sslrootcert=" + ROOT);
        SharedStockSettingsInput parts = pasted.split();
        assertEquals("postgresql://anna@db.example:5432/stock?sslmode=verify-full", parts.address());
        assertEquals(password, parts.password());
        assertEquals(ROOT, parts.rootCertificate());
        assertEquals(parts, parts.split());
        assertEquals(pasted.serverAddress(), parts.serverAddress());
        assertEquals(pasted.typedPassword(), parts.typedPassword());
    }

    @Test
    void faultyAddressIsNeitherSplitNorSaved() {
        SharedStockSettingsInput faulty = typed("postgresql://anna:secret@db.example");
        assertEquals(Optional.of(Problem.NO_DATABASE), faulty.problem());
        assertEquals(faulty, faulty.split());
        assertEmpty(faulty.setup());
    }

    @ParameterizedTest
    @CsvSource({"'', false", "ROOT, false", "ca.pem, true", "'a\0b', true"})
    void certificateAuthorityIsWholePath(String file, boolean isFaulty) {
        SharedStockSettingsInput typed = new SharedStockSettingsInput(
                "postgresql://anna@db.example/stock",
                "",
                file.replace("ROOT", ROOT).replace("\\0", "\0"),
                "Anna");
        assertEquals(isFaulty, typed.isRootCertificateFaulty());
        assertEquals(isFaulty, typed.setup().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "' ', true",
        "Anna, false",
        "1234567890123456789012345678901234567890, false",
        "12345678901234567890123456789012345678901, true"
    })
    void deskHasShortName(String name, boolean isFaulty) {
        SharedStockSettingsInput typed =
                new SharedStockSettingsInput("postgresql://anna@db.example/stock", "", "", name);
        assertEquals(isFaulty, typed.isDeskNameFaulty());
        assertEquals(isFaulty, typed.setup().isEmpty());
    }

    @Test
    void noTextHasThePassword() {
        for (String address : new String[] {
            "postgresql://anna:ge%20heim@db.example/stock",
            "postgresql://anna:ge%20heim@db.example",
            "postgresql://anna:ge%20heim%zz@db.example/stock"
        }) {
            String text = new SharedStockSettingsInput(address, "auch geheim", "", "Anna").toString();
            assertFalse(text.contains("heim"), text);
        }
    }
}
