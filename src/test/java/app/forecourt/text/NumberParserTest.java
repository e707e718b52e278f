package app.forecourt.text;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of parsing amounts and whole numbers. */
class NumberParserTest {
    private static final Set<String> EURO = Set.of("EUR", "\u20AC");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "0|0",
                "5|5",
                "007|7",
                "15944|15944",
                "15.944|15944",
                "15,944|15944",
                "15 944|15944",
                "15'944|15944",
                "15\u2019944|15944",
                "15\u00A0944|15944",
                "15\u202F944|15944",
                "15\u2009944|15944",
                "15\u2007944|15944",
                "1.234.567|1234567",
                "1,234,567|1234567",
                "1 234 567|1234567",
                "999.999.999.999|999999999999",
                "15.944,63|15944.63",
                "15,944.63|15944.63",
                "15944.63|15944.63",
                "15944,63|15944.63",
                "15 944,63|15944.63",
                "15 944.63|15944.63",
                "15'944.63|15944.63",
                "15\u202F944,63|15944.63",
                "1.234.567,8|1234567.8",
                "0,5|0.5",
                "0.05|0.05",
                "1,5|1.5",
                "15944,60|15944.6",
                "15.944,00|15944",
                "15.944,-|15944",
                "15,944,-|15944",
                "15944,--|15944",
                "15.944,\u2014|15944",
                "100|100",
                "1.000.000|1000000",
                " 15.944 |15944",
                "\u00A015.944\t|15944",
                "-5|-5",
                "\u22125|-5",
                "- 5|-5",
                "-15.944,63|-15944.63",
                "\u20AC 15.944,63|15944.63",
                "\u20AC15.944,-|15944",
                "EUR 15944|15944",
                "15.944,63 \u20AC|15944.63",
                "15.944 eur|15944",
                "\u20AC\u00A015.944|15944",
                "1111111111111111111111111111111111111111|1111111111111111111111111111111111111111"
            })
    void amountIsParsed(String text, BigDecimal amount) {
        assertEquals(Optional.of(amount), NumberParser.parseAmount(text, EURO));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "abc",
                "1.23.456",
                "1.234.56",
                "1,234,56",
                "12.34,567",
                "1234.567",
                "1.2345",
                "1.234,567",
                "1.234.567.89",
                "15.944.63",
                "1,234.567,89",
                "1.234 567",
                "1 234.567",
                "12345 678",
                "1  234",
                "1234,5678",
                "0.500",
                "000.123",
                ".5",
                ",5",
                "5.",
                "5,",
                "1e309",
                "1e3",
                "NaN",
                "Infinity",
                "0x10",
                "+5",
                "5-",
                "--5",
                "-",
                "-0",
                "-0,00",
                "\u0661\u0662",
                "\uFF11\uFF12",
                "1_000",
                "5 km",
                "$ 5",
                "5 USD",
                "\u20AC",
                "EUR 5 EUR",
                "1\u0000",
                "\u202E5",
                "5\uD83D\uDE97",
                "1/2",
                "5%",
                "12 345 67",
                "5,-,-",
                "11111111111111111111111111111111111111111"
            })
    void invalidAmountIsRejected(String text) {
        assertEmpty(NumberParser.parseAmount(text, EURO));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4|4",
                "4,0|4",
                "2.137,00|2137",
                "2.137|2137",
                "-3|-3",
                "2137 km|2137",
                "2.137KM|2137",
                "99999999999999999999|99999999999999999999",
                "1111111111111111111111111111111111111111|1111111111111111111111111111111111111111"
            })
    void wholeNumberIsParsed(String text, BigDecimal number) {
        assertEquals(Optional.of(number), NumberParser.parseWholeNumber(text, Set.of("KM")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4,5",
                "4.05",
                "2.137,10",
                "2137 mi",
                "2137,-",
                "four",
                "11111111111111111111111111111111111111111"
            })
    void invalidWholeNumberIsRejected(String text) {
        assertEmpty(NumberParser.parseWholeNumber(text, Set.of("KM")));
    }
}
