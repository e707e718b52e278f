package app.forecourt.practice;

import static app.forecourt.practice.PracticeFixture.JSON;
import static app.forecourt.practice.PracticeFixture.assertProblem;
import static app.forecourt.practice.PracticeFixture.body;
import static app.forecourt.practice.PracticeFixture.contentType;
import static app.forecourt.practice.PracticeFixture.exampleCar;
import static app.forecourt.practice.PracticeFixture.paths;
import static app.forecourt.practice.PracticeFixture.smallCar;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of posting cars to the practice server. */
class PracticeCarsTest {
    @AutoClose
    private final PracticeFixture fixture = new PracticeFixture();

    private final PracticeServer server = fixture.server;

    @Test
    void vendorExampleIsAccepted() throws Exception {
        ObjectNode car = exampleCar();

        var response = fixture.sendCar(car);

        assertEquals(201, response.statusCode(), response.body());
        assertEquals("application/ld+json", contentType(response));
        JsonNode body = body(response);
        String uuid = body.path("uuid").asText();
        assertTrue(uuid.matches("[0-9a-f-]{36}"), uuid);
        assertEquals("/api/cars/" + uuid, body.path("@id").asText());
        assertEquals(
                "/api/cars/" + uuid, response.headers().firstValue("Location").orElse(""));
        assertEquals(30, car.size());
        assertEquals(
                List.of(car.toString()),
                server.received().stream().map(JsonNode::toString).toList());
    }

    @Test
    void emptyCarMissesRequiredMembers() throws Exception {
        var response = fixture.sendCar("{}");

        assertEquals(422, response.statusCode());
        assertEquals(
                List.of("dealershipId", "brand", "model", "salesPrice", "isTaxDeductible", "images", "options", "tags"),
                paths(response));
        assertEmpty(server.received());
    }

    @Test
    void refusalListsAllViolations() throws Exception {
        ObjectNode car = smallCar().put("gears", "six").put("vin", "");
        car.remove("brand");

        var response = fixture.sendCar(car);

        assertProblem(422, response);
        assertEquals(JSON.readTree("""
                                {"type":"https://tools.ietf.org/html/rfc2616#section-10","title":"An error occurred",
                                "detail":"gears: This value should be of type int.\\nvin: This value should not be blank.\\nbrand: \
                                This value should not be blank.",
                                "violations":[
                                {"propertyPath":"gears","message":"This value should be of type int."},
                                {"propertyPath":"vin","message":"This value should not be blank."},
                                {"propertyPath":"brand","message":"This value should not be blank."}]}"""), body(response));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "{}", "-1"})
    void valueThatNoMemberAccepts(String value) throws Exception {
        JsonNode wrong = JSON.readTree(value);
        for (Map.Entry<String, JsonNode> member : exampleCar().properties()) {
            ObjectNode car = exampleCar();
            car.set(member.getKey(), wrong);

            assertEquals(List.of(member.getKey()), paths(fixture.sendCar(car)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "brand | 5",
                "brand | true",
                "brand | [\"bmw\"]",
                "brand | \"  \"",
                "vin | 12345678901234567",
                "gears | \"6\"",
                "gears | 6.0",
                "gears | 6.5",
                "gears | true",
                "gears | 6e0",
                "mileage | 9999999999",
                "yearOfConstruction | \"2019\"",
                "engineKw | [74]",
                "salesPrice | \"9950.00\"",
                "salesPrice | 9950.001",
                "salesPrice | 0",
                "salesPrice | 0.00",
                "salesPrice | true",
                "salesPrice | 0.1000000000000000001",
                "taxAmount | 1e-3",
                "tradePrice | \"1\"",
                "salesPriceExVat | 0.999",
                "dateOfFirstRegistration | \"16-09-2022\"",
                "dateOfFirstRegistration | \"2022-02-30\"",
                "dateOfFirstRegistration | \"2022-9-16\"",
                "dateOfFirstRegistration | \"2022-09-16T00:00:00Z\"",
                "dateOfFirstRegistration | \"0000-01-01\"",
                "dateOfFirstRegistration | \"+12022-01-01\"",
                "dateOfFirstRegistration | 20220916",
                "isTaxDeductible | \"true\"",
                "isTaxDeductible | 1",
                "images | \"https://example.com/1.jpg\"",
                "options | \"abs\"",
                "options | {\"0\":\"abs\"}",
                "tags | \"new\"",
                "colour | \"white\"",
                "Brand | \"bmw\""
            })
    void wrongValueNamesItsMember(String member, String value) throws Exception {
        ObjectNode car = smallCar();
        car.remove(member);
        String body = car.toString().replaceFirst("\\{", "{\"" + member + "\":" + value + ",");

        var response = fixture.sendCar(body);

        assertEquals(422, response.statusCode());
        assertEquals(List.of(member), paths(response));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "options | warp_drive", "options | ABS", "options | ''", "images | http://example.com/1.jpg",
                "images | //example.com/1.jpg", "images | https:///1.jpg", "images | not an address", "images | ''",
                "tags | ''"
            })
    void wrongEntryNamesItsIndex(String list, String entry) throws Exception {
        String right = switch (list) {
            case "options" -> "abs";
            case "images" -> "https://example.com/0.jpg";
            default -> "new";
        };
        ObjectNode car = smallCar();
        car.putArray(list).add(right).add(entry).add(right).add(7).addNull();

        assertEquals(List.of(list + "[1]", list + "[3]", list + "[4]"), paths(fixture.sendCar(car)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "salesPrice | 0.01",
                "salesPrice | 15944.6",
                "salesPrice | 15944.630",
                "salesPrice | 1e4",
                "taxAmount | 0",
                "mileage | 0",
                "dateOfFirstRegistration | \"2024-02-29\"",
                "images | [\"https://example.com/a%20b.jpg?w=1\"]",
                "tags | [\"new\",\"Élan\"]",
                "currency | \"SEK\""
            })
    void validValueIsAccepted(String member, String value) throws Exception {
        ObjectNode car = smallCar();
        car.remove(member);

        var response = fixture.sendCar(car.toString().replaceFirst("\\{", "{\"" + member + "\":" + value + ","));

        assertEquals(201, response.statusCode(), response.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"brand\":}",
                "[]",
                "\"car\"",
                "{\"brand\":\"a\",\"brand\":\"b\"}",
                "{}{}",
                "{\"salesPrice\":NaN}",
                "{\"salesPrice\":01}"
            })
    void malformedJsonIs400(String body) throws Exception {
        var response = fixture.sendCar(body);

        assertProblem(400, response);
    }

    @Test
    void deepNestingAndBrokenUtf8Are400() throws Exception {
        assertEquals(400, fixture.sendCar("{\"tags\":" + "[".repeat(200_000)).statusCode());
        assertEquals(
                400,
                fixture.sendCar(BodyPublishers.ofByteArray(
                                new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'}))
                        .statusCode());
    }

    @Test
    void otherContentTypeIs415() throws Exception {
        var body = BodyPublishers.ofString(smallCar().toString());

        assertEquals(415, fixture.send(fixture.signed("/api/cars").POST(body)).statusCode());
        assertEquals(
                415,
                fixture.send(fixture.signed("/api/cars")
                                .header("Content-Type", "text/plain")
                                .POST(body))
                        .statusCode());
        assertEquals(
                201,
                fixture.send(fixture.signed("/api/cars")
                                .header("Content-Type", "Application/JSON; charset=utf-8")
                                .POST(body))
                        .statusCode());
    }
}
