package app.forecourt.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.proof.JavaProcess;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesReaderTest {
    /** As Jackson writes it, with the kinds of values that preferences have. */
    private static final String WRITTEN = """
            {
              "version" : 2,
              "zero" : 0,
              "text" : "\u00fc \\"quoted\\" \\\\ and\\tmore\\n",
              "empty" : "",
              "object" : {
                "a" : "b",
                "object" : { }
              },
              "array" : [ {
                "yes" : true,
                "no" : false
              }, "text", [ ] ]
            }""";

    /** A program that reads a text and prints the loaded classes of Jackson's parser. */
    static final class ReaderMain {
        private ReaderMain() {}

        public static void main(String[] args) {
            System.out.println(PreferencesReader.read(WRITTEN).size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {WRITTEN, "{}", " \r\n\t{ } \n", "{\"a\":1,\"a\":\"2\"}",
        "{\"unicode\": \"\\u00fc\", \"slash\": \"\\/\", \"null\": null, \"number\": -1.5e3, \"long\": 12345678901}",
        "{\"\":\"\"}"})
    void readsAsJackson(String text) throws JsonProcessingException {
        assertEquals(new ObjectMapper().readTree(text), PreferencesReader.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "}", "[]", "\"a\"", "1", "{}{", "{}}", "{\"a\"}", "{\"a\":}",
        "{\"a\":1,}", "{,}", "{\"a\" 1}", "{\"a\":[1,]}", "{\"a\":[1}", "{\"a\":1]", "{\"a\":\"b}",
        "{\"a\":\"\\x\"}", "{\"a\":\"\n\"}", "{\"a\":01}", "{\"a\":tru}", "{\"a\":truee}", "{a:1}",
        "{\"a\":1}\u000b", "{\"a\":1}\0", "{\"a\":\"\\", "{\"a\":\u0661}"})
    void otherTextIsRejected(String text) {
        assertThrows(IllegalArgumentException.class, () -> PreferencesReader.read(text));
    }

    @Test
    void deepNestingIsRejected() {
        String deep = "{\"a\":".repeat(100_000);
        assertThrows(IllegalArgumentException.class, () -> PreferencesReader.read(deep));
    }

    /** The reason for this reader: Jackson's parser takes too long before the first frame. */
    @Test
    void writtenTextNeedsNoParserOfJackson() throws IOException {
        List<String> command = JavaProcess.command(List.of("-Xlog:class+load"), ReaderMain.class);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines().toList();
        assertTrue(lines.contains("6"), "" + lines);
        assertEquals(List.of(), lines.stream()
                .filter(line -> line.contains("ObjectMapper") || line.contains("JsonFactory ")
                        || line.contains("StdDateFormat"))
                .toList());
    }
}
