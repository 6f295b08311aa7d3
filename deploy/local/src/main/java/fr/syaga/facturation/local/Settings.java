package fr.syaga.facturation.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * How a run was started, remembered so that a later call can tell whether it fits.
 *
 * @param today the fixed business date, empty for the real one
 * @param fakeClockify whether the demonstration's stand-in for Clockify runs along
 */
record Settings(String today, boolean fakeClockify) {

    static final Settings DEMO = new Settings("2025-08-01", true);

    static Settings of(Map<String, String> environment) {
        return new Settings(environment.getOrDefault("FACTURATION_TODAY", "").strip(), false);
    }

    private static Path file(Home home) {
        return home.run().resolve("settings.properties");
    }

    void remember(Home home) throws IOException {
        OwnFiles.write(
                file(home), "today=%s\nfakeClockify=%s\nportBase=%d\n".formatted(today, fakeClockify, home.portBase()));
    }

    /** Those of the run that is, or was last, under way. */
    static Optional<Settings> remembered(Home home) {
        try {
            if (!Files.exists(file(home))) {
                return Optional.empty();
            }
            Properties known = new Properties();
            try (var in = Files.newBufferedReader(file(home))) {
                known.load(in);
            }
            return Optional.of(new Settings(
                    known.getProperty("today", ""), Boolean.parseBoolean(known.getProperty("fakeClockify"))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The port base of the run that is under way, which need not be the one asked for now. */
    static int rememberedPortBase(Home home) {
        try {
            Properties known = new Properties();
            try (var in = Files.newBufferedReader(file(home))) {
                known.load(in);
            }
            return Integer.parseInt(known.getProperty("portBase"));
        } catch (IOException | NumberFormatException e) {
            return home.portBase();
        }
    }
}
