package app.forecourt.practice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The stand-in for RDW's open data: two of its sets, with the few vehicles of {@code rdw.json} beside this class, whose
 * rows have RDW's members and spelling. As there, a plate it doesn't have is an empty list, and without a plate it is
 * all of them.
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
