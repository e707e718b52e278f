package app.forecourt.practice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The cars that were taken, and how one is taken. */
final class Cars {
    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final CarRules rules;

    Cars(CarRules rules) {
        this.rules = rules;
    }

    Answer add(Request request) {
        if (!request.saysJson()) {
            return Answer.problem(415, "The content-type \"" + request.contentType()
                    + "\" is not supported. Supported MIME types are \"application/json\","
                    + " \"application/ld+json\".");
        }
        Optional<ObjectNode> car = request.object();
        if (car.isEmpty()) {
            return Answer.problem(400, "Syntax error: the body is not one JSON object.");
        }
        List<Violation> violations = rules.check(car.get());
        return violations.isEmpty() ? keep(car.get()) : Answer.violations(violations);
    }

    List<JsonNode> received() {
        return List.copyOf(received);
    }

    private Answer keep(ObjectNode car) {
        String uuid = UUID.randomUUID().toString();
        String id = "/api/cars/" + uuid;
        ObjectNode body = Json.MAPPER.createObjectNode()
                .put("@context", "/api/contexts/Car")
                .put("@id", id)
                .put("@type", "Car")
                .put("uuid", uuid);
        body.setAll(car);
        received.add(car);
        return new Answer(201, "application/ld+json", body, Map.of("Location", id));
    }
}
