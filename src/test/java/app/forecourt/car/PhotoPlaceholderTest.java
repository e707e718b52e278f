package app.forecourt.car;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the lines that stand for photos without a public address. */
class PhotoPlaceholderTest {
    @Test
    void lineNamesItsPhoto() {
        UUID photo = UUID.randomUUID();
        assertEquals(Optional.of(photo), PhotoPlaceholder.photo(PhotoPlaceholder.of(photo)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "photo:",
                "photo:1-1-1-1-1",
                "photo:zzzzzzzz-0000-0000-0000-000000000000",
                "https://cdn.example/photo:0b9c4f0e-0000-0000-0000-000000000000",
                "photo.jpg"
            })
    void anyOtherLineIsNoReference(String line) {
        assertFalse(PhotoPlaceholder.isPlaceholder(line));
    }
}
