package app.forecourt.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesJsonParserTest {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                WRITTEN,
                "{}",
                " \r\n\t{ } \n",
                "{\"a\":1,\"a\":\"2\"}",
                "{\"unicode\": \"\\u00fc\", \"slash\": \"\\/\", \"null\": null, \"number\": -1.5e3, \"long\": 12345678901}",
                "{\"\":\"\"}"
            })
    void readsAsJackson(String text) throws JsonProcessingException {
        assertEquals(new ObjectMapper().readTree(text), PreferencesJsonParser.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[]",
                "\"a\"",
                "1",
                "{}{",
                "{}}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,}",
                "{\"a\" 1}",
                "{\"a\":[1,]}",
                "{\"a\":[1}",
                "{\"a\":1]",
                "{\"a\":\"b}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\n\"}",
                "{\"a\":01}",
                "{\"a\":tru}",
                "{\"a\":truee}",
                "{a:1}",
                "{\"a\":1}\u000b",
                "{\"a\":1}\0",
                "{\"a\":\"\\",
                "{\"a\":\u0661}"
            })
    void otherTextIsRejected(String text) {
        assertThrows(IllegalArgumentException.class, () -> PreferencesJsonParser.read(text));
    }

    @Test
    void deepNestingIsRejected() {
        String deep = "{\"a\":".repeat(100_000);
        assertThrows(IllegalArgumentException.class, () -> PreferencesJsonParser.read(deep));
    }
}
