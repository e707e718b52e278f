package app.forecourt.practice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * A stand-in for RDW's open data: two data sets with the few vehicles of {@code rdw.json} beside this class. The rows
 * have RDW's members and spelling. As at RDW, an unknown plate gives an empty list, and a request without a plate gives
 * all rows.
 */
final class PracticeRdw {
    /** Registered vehicles. */
    static final String VEHICLES = "/resource/m9d7-ebf2.json";
    /** Their fuels. */
    static final String FUELS = "/resource/8ys7-d773.json";

    private static final String PLATE = "kenteken";

    PracticeResponse answer(PracticeRequest request) {
        String plate = request.parameter(PLATE);
        ArrayNode rows = StrictJson.MAPPER.createArrayNode();
        for (JsonNode row : file().path(request.path())) {
            if (plate.isEmpty() || row.path(PLATE).asText().equals(plate)) {
                rows.add(row);
            }
        }
        return PracticeResponse.json(200, rows);
    }

    private static JsonNode file() {
        try (InputStream in = Objects.requireNonNull(PracticeRdw.class.getResourceAsStream("rdw.json"))) {
            return StrictJson.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own rdw.json can't be read", e);
        }
    }
}
