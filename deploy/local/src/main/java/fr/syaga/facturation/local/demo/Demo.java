package fr.syaga.facturation.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The demonstration: the main job, then all of it once more to show that nothing changes. */
public final class Demo {

    private final Target target;
    private final Expected expected;

    public Demo(Target target) {
        this.target = target;
        this.expected = Expected.read(target.data());
    }

    /** A document in the database that is not the demonstration's, in words; then it must not be run. */
    public Optional<String> stranger() {
        byte[] stream = new Api(target.invoice(), target.token()).bytes("/invoices/stream");
        return OwnDocuments.of(target.data(), expected).stranger(stream);
    }

    /** @return whether every figure holds */
    public boolean run() throws IOException {
        Figures figures = new Figures(expected);
        try {
            MainJob job = new MainJob(target, expected, figures);
            Map<String, byte[]> files = job.perform(false);
            keep(files);
            new Papers(target, expected, figures).look();
            Map<String, String> before = job.state();
            figures.title("8. All of it once more");
            Map<String, byte[]> again = job.perform(true);
            figures.title("What the repetition changed");
            Map<String, String> after = job.state();
            before.forEach((part, state) -> figures.check(
                    "repeated." + part, "unchanged", state.equals(after.get(part)) ? "unchanged" : "changed"));
            files.forEach((name, file) -> figures.check(
                    "repeated." + name, Fingerprint.of(file), Fingerprint.of(again.getOrDefault(name, new byte[0]))));
        } catch (DemoFailed e) {
            figures.check("demo", "complete", e.getMessage());
        }
        verdict(figures);
        return figures.moved().isEmpty();
    }

    /** The main job where it was done before: nothing may be new. @return whether every figure holds */
    public boolean repeat() throws IOException {
        Figures figures = new Figures(expected);
        try {
            new MainJob(target, expected, figures).perform(true);
            new Papers(target, expected, figures).look();
        } catch (DemoFailed e) {
            figures.check("demo", "complete", e.getMessage());
        }
        verdict(figures);
        return figures.moved().isEmpty();
    }

    private void verdict(Figures figures) throws IOException {
        figures.title(
                figures.moved().isEmpty() ? "Every figure holds. The files: " + target.out() : "Figures that moved:");
        figures.moved().forEach(figures::note);
        Files.createDirectories(target.reports());
        Files.write(target.reports().resolve("demo.txt"), figures.lines());
    }

    private void keep(Map<String, byte[]> files) throws IOException {
        Files.createDirectories(target.out());
        try (Stream<Path> old = Files.list(target.out())) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(target.out().resolve(file.getKey()), file.getValue());
        }
    }
}
