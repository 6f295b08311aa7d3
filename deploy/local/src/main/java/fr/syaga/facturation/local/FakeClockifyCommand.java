package fr.syaga.facturation.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

import fr.syaga.facturation.clockify.fake.FakeClockify;

/** The stand-in for Clockify that the demonstration starts, and how clockify-service finds it. */
final class FakeClockifyCommand {

    private static final String SECRET = "clockify.api-key";

    private FakeClockifyCommand() {}

    static List<String> of(Home home, String java, Keys keys) {
        return List.of(
                java,
                "-Xmx64m",
                home.mark(),
                "-cp",
                System.getProperty("java.class.path"),
                FakeClockify.class.getName(),
                "--port",
                Integer.toString(home.port(Home.FAKE_CLOCKIFY)),
                "--workspace",
                workspace(home).toString(),
                "--api-key",
                keys.secret(SECRET));
    }

    static Map<String, String> environment(Home home, Keys keys) throws IOException {
        String url = "http://127.0.0.1:" + home.port(Home.FAKE_CLOCKIFY);
        String workspaceId = new ObjectMapper()
                .readTree(workspace(home).toFile())
                .at("/workspace/id")
                .asText();
        return Map.of(
                "CLOCKIFY_API_URL",
                url + "/api/v1",
                "CLOCKIFY_REPORTS_URL",
                url + "/report/v1",
                "CLOCKIFY_API_KEY",
                keys.secret(SECRET),
                "CLOCKIFY_WORKSPACE_ID",
                workspaceId,
                // The stand-in has no quota, and a demonstration may be repeated as often as one likes.
                "CLOCKIFY_HOURLY_QUOTA",
                "1000000");
    }

    private static Path workspace(Home home) {
        return home.demoData().resolve("clockify").resolve("workspace.json");
    }
}
