package fr.syaga.facturation.edge;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Answers with a problem document where no resource was reached yet. */
final class ProblemResponse {

    private ProblemResponse() {}

    static void send(RoutingContext request, Rejection problem) {
        request.response()
                .setStatusCode(problem.getStatusCode())
                .putHeader("Content-Type", Rejection.MEDIA_TYPE.toString())
                .end(new JsonObject()
                        .put("type", problem.getType().toString())
                        .put("status", problem.getStatusCode())
                        .put("title", problem.getTitle())
                        .put("detail", problem.getDetail())
                        .put("instance", request.normalizedPath())
                        .encode());
    }
}
