package fr.syaga.facturation.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** With the Java that runs the tests, and a jar that is no service: what counts is what Java writes and reads. */
class ClassArchiveTest {

    private static final String READS = "-XX:SharedArchiveFile=";
    private static final String WRITES = "-XX:ArchiveClassesAtExit=";

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void builds() throws Exception {
        home = new Home(folder, folder.resolve("state"), 18080);
        Path jar = Service.EXPORT.jar(home);
        Files.createDirectories(jar.getParent());
        Files.createFile(jar);
    }

    @Test
    void theFirstRunWritesItAndTheNextReadsIt() throws Exception {
        ClassArchive first = archive();
        assertThat(first.option()).startsWith(WRITES);
        assertThat(java(first.option())).isZero();
        first.keep(true);

        assertThat(archive().option()).startsWith(READS);
        // Java refuses to start with one that it cannot use.
        assertThat(java(archive().option(), "-Xshare:on")).isZero();
    }

    @Test
    void oneWhoseWriterWasKilledIsNotTaken() throws Exception {
        ClassArchive first = archive();
        assertThat(java(first.option())).isZero();
        first.keep(false);

        assertThat(archive().option()).startsWith(WRITES);
        assertThat(home.classes()).isEmptyDirectory();
    }

    @Test
    void aServiceThatWasBuiltAnewGetsAnother() throws Exception {
        ClassArchive first = archive();
        assertThat(java(first.option())).isZero();
        first.keep(true);
        Files.setLastModifiedTime(Service.EXPORT.jar(home), FileTime.fromMillis(1_754_006_400_000L));

        ClassArchive second = archive();
        assertThat(second.option()).startsWith(WRITES);
        assertThat(java(second.option())).isZero();
        second.keep(true);

        assertThat(archive().option()).startsWith(READS);
        try (var files = Files.list(home.classes())) {
            assertThat(files).hasSize(1);
        }
    }

    private ClassArchive archive() throws Exception {
        return ClassArchive.of(home, Service.EXPORT);
    }

    private int java(String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", program().toString(), Program.class.getName()));
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** The program in a jar: Java archives no classes of folders. */
    private Path program() throws IOException {
        Path jar = folder.resolve("program.jar");
        if (!Files.exists(jar)) {
            String name = Program.class.getName().replace('.', '/') + ".class";
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                    InputStream code = Program.class.getResourceAsStream("/" + name)) {
                out.putNextEntry(new JarEntry(name));
                code.transferTo(out);
            }
        }
        return jar;
    }

    /** Does nothing, and ends. */
    static class Program {

        public static void main(String[] arguments) {}
    }
}
