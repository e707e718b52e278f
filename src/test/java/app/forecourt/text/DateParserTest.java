package app.forecourt.text;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of parsing dates. */
class DateParserTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "16-09-2022,2022-09-16",
                "16/09/2022,2022-09-16",
                "16.9.2022,2022-09-16",
                "16.09.2022,2022-09-16",
                "16092022,2022-09-16",
                "2022-09-16,2022-09-16",
                " 16-09-2022 ,2022-09-16",
                "\u00A016-09-2022\t,2022-09-16",
                "1-2-2023,2023-02-01",
                "29-02-2024,2024-02-29",
                "29-02-2000,2000-02-29",
                "31-12-1999,1999-12-31"
            })
    void dateIsParsed(String text, LocalDate day) {
        assertEquals(Optional.of(day), DateParser.parse(text, TODAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "today",
                "31-02-2024",
                "29-02-2023",
                "29-02-1900",
                "32-01-2022",
                "00-01-2022",
                "01-00-2022",
                "09-16-2022",
                "2022-13-01",
                "2022-02-30",
                "160922",
                "16-09/2022",
                "16 09 2022",
                "20220916",
                "2022/09/16",
                "2022-9-16",
                "2022-09-16T00:00",
                "01-01-99999",
                "99999-01-01",
                "1-1-+2022",
                "-1-1-2022",
                "16-09-2022 x",
                "\uFF11\uFF16-09-2022",
                "16\u201109\u20112022",
                "16-09-2022\u0000"
            })
    void invalidDateIsRejected(String text) {
        assertEmpty(DateParser.parse(text, TODAY));
    }
}
