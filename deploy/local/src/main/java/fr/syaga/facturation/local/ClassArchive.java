package fr.syaga.facturation.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Java's archive of the classes that a service loads (AppCDS, since JDK 13): with one a start takes half the processor time. The
 * first run of a built service writes it when it stops; one that was built anew, or that another Java runs, gets one of its own.
 */
final class ClassArchive {

    private static final String SUFFIX = ".jsa";

    private final Path file;
    private final Path fresh;
    private final String service;

    private ClassArchive(Path file, String service) {
        this.file = file;
        this.fresh = file.resolveSibling(file.getFileName() + ".new");
        this.service = service;
    }

    /** The archive of a service as it is built now, for the Java that runs this. */
    static ClassArchive of(Home home, Service service) throws IOException {
        Path jar = service.jar(home);
        String name = "%s-%s-%d%s"
                .formatted(
                        service.title(),
                        System.getProperty("java.vm.version"),
                        Files.exists(jar) ? Files.getLastModifiedTime(jar).toMillis() : 0,
                        SUFFIX);
        OwnFiles.folder(home.classes());
        return new ClassArchive(home.classes().resolve(name), service.title());
    }

    /** What the Java of a service is told: to read the archive, or to write one when it ends. */
    String option() {
        return Files.exists(file) ? "-XX:SharedArchiveFile=" + file : "-XX:ArchiveClassesAtExit=" + fresh;
    }

    /**
     * Takes what a service has written in place of older ones; of one that was killed while it wrote nothing is taken.
     *
     * @param endedByItself whether Java came to its own end
     */
    void keep(boolean endedByItself) {
        try {
            if (!Files.exists(fresh)) {
                return;
            }
            if (!endedByItself) {
                Files.delete(fresh);
                return;
            }
            try (DirectoryStream<Path> older = Files.newDirectoryStream(file.getParent(), service + "-*" + SUFFIX)) {
                for (Path each : older) {
                    Files.delete(each);
                }
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
