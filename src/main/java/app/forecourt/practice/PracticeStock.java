package app.forecourt.practice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The accepted cars of the practice server. */
final class PracticeStock {
    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final PracticeCarValidator validator;

    PracticeStock(PracticeCarValidator validator) {
        this.validator = validator;
    }

    PracticeResponse add(PracticeRequest request) {
        if (!request.isJson()) {
            return PracticeResponse.problem(
                    415,
                    "The content-type \"" + request.contentType()
                            + "\" is not supported. Supported MIME types are \"application/json\","
                            + " \"application/ld+json\".");
        }
        Optional<ObjectNode> car = request.jsonObject();
        if (car.isEmpty()) {
            return PracticeResponse.problem(400, "Syntax error: the body is not one JSON object.");
        }
        List<PracticeCarValidator.Violation> violations = validator.check(car.get());
        return violations.isEmpty() ? keep(car.get()) : PracticeResponse.violations(violations);
    }

    List<JsonNode> received() {
        return List.copyOf(received);
    }

    private PracticeResponse keep(ObjectNode car) {
        String uuid = UUID.randomUUID().toString();
        String id = "/api/cars/" + uuid;
        ObjectNode body = StrictJson.MAPPER
                .createObjectNode()
                .put("@context", "/api/contexts/Car")
                .put("@id", id)
                .put("@type", "Car")
                .put("uuid", uuid);
        body.setAll(car);
        received.add(car);
        return new PracticeResponse(201, "application/ld+json", body, Map.of("Location", id));
    }
}
